using Cms.Content;
using Cms.Content.Recipes;
using Cms.Core.Hosting;
using Cms.Core.Modules;
using Cms.Core.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Users;

public sealed class Startup : StartupBase
{
    /// <summary>Before every module's middleware: who asks must be known to all of them.</summary>
    public override int Order => -500;

    public override void ConfigureServices(IServiceCollection services) => services
        .AddMigrations<Migrations>()
        .AddPermissions<Permissions>()
        .AddUserSettings()
        .AddSingleton<AccountCache>()
        .AddSingleton<AccountAudit>()
        .AddSingleton<SessionStore>()
        .AddSingleton<RoleStore>()
        .AddSingleton<TokenStore>()
        .AddSingleton<PermissionList>()
        .AddSingleton<Granting>()
        .AddSingleton<ScopeChoices>()
        .AddSingleton<LinkStore>()
        .AddSingleton<FactorStore>()
        .AddSingleton<AccountLetters>()
        .AddSingleton<NetworkLimit>()
        .AddSingleton<ResetLimit>()
        .AddSingleton<SignInDelay>()
        .AddSingleton<StandIn>()
        .AddSingleton<PasswordRules>()
        .AddSingleton<IActorSource, ActorSource>()
        .AddSingleton<IPasswordValidator<Account>, PasswordRules>()
        .AddScoped<SessionEvents>()
        .AddScoped<SignInDesk>()
        .AddScoped<Accounts>()
        .AddScoped<UserStore>()
        .AddScoped<AccountDesk>()
        .AddScoped<RoleDesk>()
        .AddScoped<RightsQueries>()
        .AddScoped<ResetDesk>()
        .AddScoped<OwnAccount>()
        .AddAdminMenu("Users", "/admin/users", 70, Permissions.ManageUsers)
        .AddAdminMenu("Roles", "/admin/roles", 75, Permissions.ManageRoles)
        .AddScoped<ISetupAccount, SetupAccount>()
        .AddScoped<IVerb, UserVerb>()
        .AddScoped<IDoctorCheck, AccountCheck>()
        .AddRecipeStep<RolesStep>()
        .AddHostedService<RoleStart>()
        .AddAccounts()
        .AddSigningIn()
        .AddFallbackLayouts();

    public override void Configure(IApplicationBuilder app) => app
        .UseMiddleware<BackOfficeAnswers>()
        .UseAuthentication()
        .UseMiddleware<TokenGate>()
        .UseMiddleware<AdminGate>()
        .UseAuthorization();

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapChangePassword();
}
