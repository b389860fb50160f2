using Cms.Content.Manager;
using Cms.ContentAdmin.Editor;
using Cms.Core.Modules;
using Cms.Core.Security;
using Cms.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.ContentAdmin;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddPermissions<Permissions>()
        .AddAdminMenu("Dashboard", "/admin", 0)
        .AddAdminMenu("Content", "/admin/content", 10, ContentPermissions.PreviewContent)
        .AddAdminMenu("Features", "/admin/features", 80, Permissions.ManageFeatures)
        .AddAdminMenu("Recipes", "/admin/recipes", 90, Actor.SiteOwner)
        .AddSingleton<BinStore>()
        .AddSingleton<EditorVersions>()
        .AddScoped<AdminQueries>()
        .AddSingleton<EditorChecks>()
        .AddScoped<EditorConflicts>()
        .AddScoped<EditorDesk>()
        .AddScoped<EditorPages>();
}
