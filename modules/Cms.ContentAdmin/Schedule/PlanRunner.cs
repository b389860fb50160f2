using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cms.ContentAdmin.Schedule;

/// <summary>Does what was planned, within <see cref="Pause"/> of its moment or as soon as the website runs again.</summary>
public sealed class PlanRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<PlanRunner> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
#pragma warning disable RS0030 // A turn of a background service is a scope of its own, which nobody else opens.
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<PlanWork>().RunDueAsync(stoppingToken);
#pragma warning restore RS0030
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away for a while: the next turn tries again.
                Log.PlansNotRead(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
