using Cms.Core.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cms.Web.Edge;

/// <summary>Ready once the first shell serves.</summary>
internal sealed class ShellHealthCheck(ShellHost shells) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(shells.Current is null ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
