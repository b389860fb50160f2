using Cms.Core.Modules;

[assembly: Module(Name = "Open data", Description = "Every list as a CSV table, and those with positions as GeoJSON.", Category = "Platform")]
