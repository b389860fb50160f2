using Cms.Core.Modules;

[assembly: Module(
    Name = "Users",
    Description = "Accounts, roles and rights, signing in, access tokens for scripts.",
    Category = "Security",
    Dependencies = ["Cms.Mail"])]
