using Cms.Core.Modules;

[assembly: Module(Name = "Agenda 21", Description = "The actions of an Agenda 21: objective, description, expected results, indicators.", Category = "Content", Dependencies = ["Cms.Taxonomies"])]
