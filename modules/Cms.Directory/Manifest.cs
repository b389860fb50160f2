using Cms.Core.Modules;

[assembly: Module(Name = "Directory", Description = "Organisations that publish, and the contacts they name.", Category = "Content")]
