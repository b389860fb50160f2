using Cms.Core.Modules;

[assembly: Module(
    Name = "Search",
    Description = "Finds published content: the search pages, the search call of the API, and the follower that keeps the index up to date.",
    Category = "Platform",
    Dependencies = ["Cms.Api"])]
