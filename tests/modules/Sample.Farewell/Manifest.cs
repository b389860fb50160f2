using Cms.Core.Modules;

[assembly: Module(Name = "Farewell", Dependencies = ["Sample.Greeting"])]
