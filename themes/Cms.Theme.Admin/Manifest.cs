using Cms.Core.Modules;

[assembly: Theme(
    Name = "Administration theme",
    Description = "The look of the administration: sober and dense, light and dark, without script.",
    Category = "Theming")]
