using Cms.Core.Modules;

[assembly: Module(Name = "Places", Description = "Places that people go to: address, opening hours, equipment, services.", Category = "Content", Dependencies = ["Cms.Taxonomies"])]
