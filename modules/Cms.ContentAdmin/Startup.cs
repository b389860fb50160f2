using Cms.Content;
using Cms.Content.Manager;
using Cms.ContentAdmin.Editor;
using Cms.ContentAdmin.Reports;
using Cms.ContentAdmin.Reviews;
using Cms.ContentAdmin.Schedule;
using Cms.ContentAdmin.Work;
using Cms.Core.Modules;
using Cms.Core.Security;
using Cms.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.ContentAdmin;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddMigrations<Migrations>()
        .AddPermissions<Permissions>()
        .AddAdminMenu("Dashboard", "/admin", 0)
        .AddAdminMenu("Content", "/admin/content", 10, actor => actor.MaySomewhere(ContentPermissions.Preview))
        .AddAdminMenu("Translations", "/admin/translations", 15, actor => actor.MaySomewhere(ContentPermissions.Edit))
        .AddAdminMenu("Reports", "/admin/reports", 20, actor => actor.MaySomewhere(ContentPermissions.Preview))
        .AddAdminMenu("Features", "/admin/features", 80, Permissions.ManageFeatures)
        .AddAdminMenu("Recipes", "/admin/recipes", 90, Actor.SiteOwner)
        .AddSingleton<BinStore>()
        .AddSingleton<PlanStore>()
        .AddSingleton<ReviewStore>()
        .AddScoped<PlanWork>()
        .AddHostedService<PlanRunner>()
        .AddSingleton<EditorWork>()
        .AddSingleton<SignedOutWork>()
        .AddSingleton<ISignedOutForm, SignedOutWork>()
        .AddSingleton<EditorVersions>()
        .AddScoped<AdminQueries>()
        .AddScoped<ContentFilters>()
        .AddScoped<WhereUsed>()
        .AddScoped<Translations>()
        .AddScoped<LinkCheck>()
        .AddScoped<LinkReport>()
        .AddScoped<EditorChecks>()
        .AddScoped<EditorConflicts>()
        .AddScoped<EditorDesk>()
        .AddScoped<EditorPages>();
}
