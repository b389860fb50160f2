using Cms.Core.Modules;

[assembly: Module(Name = "Navigation", Description = "The menus of the header and the footer, as content.", Category = "Navigation")]
