using Cms.Core.Modules;

[assembly: Module(Name = "API", Description = "Reads and writes content over HTTP in Orchard Core's JSON, and describes itself in OpenAPI.", Category = "Platform")]
