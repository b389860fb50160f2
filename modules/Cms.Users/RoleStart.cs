using Cms.Core.Security;
using Microsoft.Extensions.Hosting;

namespace Cms.Users;

/// <summary>Makes the built-in roles and the rights that enabled features give them by default, before a new shell's first request.</summary>
internal sealed class RoleStart(RoleStore roles, IEnumerable<IPermissionProvider> providers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => roles.EnsureAsync(providers.SelectMany(p => p.Defaults), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
