using Cms.Core.Modules;

[assembly: Module(Name = "Directory", Description = "Organisations, contacts, people, and services on other websites.", Category = "Content")]
