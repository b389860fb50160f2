using Cms.Core.Modules;

[assembly: Module(
    Name = "Mail",
    Description = "Sends what the website writes to people: through a mail server, or into a folder.",
    Category = "Platform")]
