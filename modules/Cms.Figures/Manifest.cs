using Cms.Core.Modules;

[assembly: Module(Name = "Key figures", Description = "Figures with their unit, date and source.", Category = "Content")]
