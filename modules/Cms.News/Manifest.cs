using Cms.Core.Modules;

[assembly: Module(Name = "News", Description = "Events and news.", Category = "Content", Dependencies = ["Cms.Taxonomies"])]
