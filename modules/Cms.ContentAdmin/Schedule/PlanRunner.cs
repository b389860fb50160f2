using System.Security.Claims;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cms.ContentAdmin.Schedule;

/// <summary>
/// Does what was planned, within <see cref="Pause"/> of its moment or as soon as the website runs again. Each plan is done with the rights that its author
/// has by then. A plan that a crash left behind is done once: what is published already needs no second publication.
/// </summary>
public sealed class PlanRunner(PlanStore plans, IServiceScopeFactory scopes, TimeProvider time, ILogger<PlanRunner> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away for a while: the next turn tries again.
                Log.PlansNotRead(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Does everything that is due by now.</summary>
    public async Task RunDueAsync(CancellationToken token = default)
    {
        foreach (var plan in await plans.DueAsync(time.GetUtcNow(), token))
        {
            try
            {
                await RunAsync(plan, token);
                await plans.RemoveAsync(plan.ItemId, plan.Verb, token);
                Log.PlanDone(log, plan.Verb, plan.ItemId);
            }
            catch (CmsException e)
            {
                await plans.FailAsync(plan, e is RuleException { Failures: [var failure, ..] } ? failure.Key : e.Key, token);
                Log.PlanFailed(log, plan.Verb, plan.ItemId, e.Message);
            }
        }
    }

    private async Task RunAsync(Plan plan, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ContentStore>();
        var manager = scope.ServiceProvider.GetRequiredService<ContentManager>();
        var item = await store.FindByIdAsync(plan.ItemId, ContentVersion.Latest, token) ?? throw new CmsException("content.not-found", 404, plan.ItemId);
        var isThere = plan.Verb == Plan.Publish ? item.Published : await store.FindByIdAsync(plan.ItemId, ContentVersion.Published, token) is null;
        if (isThere)
        {
            return;
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, plan.AccountId)], nameof(PlanRunner));
        var actor = await scope.ServiceProvider.GetRequiredService<IActorSource>().OfAsync(new ClaimsPrincipal(identity), token);
        if (plan.Verb == Plan.Unpublish)
        {
            await manager.UnpublishAsync(plan.ItemId, item.Revision, actor, token: token);
            return;
        }

        if (!plan.IsOf(item))
        {
            throw new CmsException("plan.changed", 409);
        }

        await manager.PublishAsync(item, actor, token: token);
    }
}
