using Cms.Core.Modules;

[assembly: Theme(Name = "Sample theme", Dependencies = ["Sample.Greeting"])]
