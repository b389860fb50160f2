using Cms.Core.Modules;

[assembly: Module(
    Name = "Content administration",
    Description = "The administration: content of every type, its history, the bin, features.",
    Category = "Content management",
    Dependencies = ["Cms.Users"])]
