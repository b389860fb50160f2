using Cms.Core;
using Cms.Core.Hosting;
using Cms.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cms.Content.Following;

/// <summary>The one loop that runs the followers of the change log. In the host, so that two shells never follow at the same time.</summary>
public sealed class ChangeFollowing(ShellHost shells, IChangeLog changes, ILogger<ChangeFollowing> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan _idle = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await shells.Ready.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wake = changes.WaitAsync(_idle, stoppingToken);
            await CatchUpAsync(stoppingToken);
            await wake;
        }
    }

    /// <summary>Lets every follower of the current shell read up to the end of the log. A follower that fails is tried again; the others go on.</summary>
    private async Task CatchUpAsync(CancellationToken token)
    {
        if (shells.TryLease() is not { } lease)
        {
            return;
        }

        await using (lease)
        {
            foreach (var follower in lease.Services.GetServices<IChangeFollower>())
            {
                await CatchUpAsync(follower, changes, log, token);
            }
        }
    }

    internal static async Task CatchUpAsync(IChangeFollower follower, IChangeLog changes, ILogger log, CancellationToken token)
    {
        try
        {
            while (true)
            {
                var lines = await changes.ReadAsync(await follower.PositionAsync(token), Batch, token);
                if (lines.Count == 0)
                {
                    return;
                }

                WorkSteps.Log.Reached("follower.read");
                await follower.FollowAsync(lines, lines[^1].Position, token);
                WorkSteps.Log.Reached("follower.followed");
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.FollowerFailed(log, e, follower.Name);
        }
    }
}
