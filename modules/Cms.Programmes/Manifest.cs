using Cms.Core.Modules;

[assembly: Module(Name = "Programmes", Description = "What public bodies undertake: milestones, budget, services, places, events.", Category = "Content", Dependencies = ["Cms.Taxonomies"])]
