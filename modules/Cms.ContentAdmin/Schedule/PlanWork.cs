using System.Security.Claims;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;
using Microsoft.Extensions.Logging;

namespace Cms.ContentAdmin.Schedule;

/// <summary>
/// Does plans. Each is done with the rights that its author has by then. A plan that a crash left behind is done once: what is published already needs no
/// second publication.
/// </summary>
public sealed class PlanWork(PlanStore plans, ContentStore store, ContentManager manager, IActorSource actors, TimeProvider time, ILogger<PlanWork> log)
{
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
        var item = await store.FindByIdAsync(plan.ItemId, ContentVersion.Latest, token) ?? throw new CmsException("content.not-found", 404, plan.ItemId);
        var isThere = plan.Verb == Plan.Publish ? item.Published : await store.FindByIdAsync(plan.ItemId, ContentVersion.Published, token) is null;
        if (isThere)
        {
            return;
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, plan.AccountId)], nameof(PlanWork));
        var actor = await actors.OfAsync(new ClaimsPrincipal(identity), token);
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
