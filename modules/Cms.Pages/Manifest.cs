using Cms.Core.Modules;

[assembly: Module(Name = "Pages", Description = "Pages of text: the home page, legal notice, accessibility, privacy.", Category = "Content")]
