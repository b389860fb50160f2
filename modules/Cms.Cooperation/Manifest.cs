using Cms.Core.Modules;

[assembly: Module(Name = "Cooperation", Description = "What a département does with partners abroad.", Category = "Content", Dependencies = ["Cms.Taxonomies"])]
