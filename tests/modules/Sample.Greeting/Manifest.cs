using Cms.Core.Modules;

[assembly: Module(Name = "Greeting", Description = "Says hello", Version = "1.2", Tags = ["sample"])]
[assembly: Feature(Id = "Sample.Greeting.Base", EnabledByDependencyOnly = true)]
[assembly: Feature(Id = "Sample.Greeting.Polite", Dependencies = ["Sample.Greeting", "Sample.Greeting.Base"])]
[assembly: Feature(Id = "Sample.Greeting.Unregistered", Description = "Misses a registration")]
[assembly: Feature(Id = "Sample.Greeting.Throwing", Description = "Its startup throws")]
[assembly: Feature(Id = "Sample.Greeting.Idle", Description = "Its background service can not start")]
[assembly: Feature(Id = "Sample.Greeting.Sick", Description = "Its middleware throws")]
