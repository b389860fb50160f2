using Cms.Core.Modules;

[assembly: Module(Name = "Search engines", Description = "Site map, robots.txt and security.txt.", Category = "Platform")]
