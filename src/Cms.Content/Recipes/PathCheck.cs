using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Core.Errors;

namespace Cms.Content.Recipes;

/// <summary>Refuses addresses that authors chose and that belong to something else, before the transaction would.</summary>
internal sealed class PathCheck(ContentStore store, IReadOnlyCollection<PlannedItem> items)
{
    public async Task RunAsync(RecipePlan plan, CancellationToken token)
    {
        var taken = new Dictionary<(string, string), string>();
        foreach (var item in items.Where(i => i.Write?.Path is not null))
        {
            var path = item.Write!.Path!;
            var isFree = taken.TryAdd((item.Culture, path.Path), item.Set) || taken[(item.Culture, path.Path)] == item.Set;
            if (path.Chosen && (!isFree || await IsOthersAsync(item, path.Path, token)))
            {
                plan.Error(item.Step, item.Line, new Failure("path.taken", "AutoroutePart.Path", ContentPath.Url(item.Culture, path.Path)));
            }
        }
    }

    private async Task<bool> IsOthersAsync(PlannedItem item, string path, CancellationToken token) =>
        await store.RouteAsync(item.Culture, path, token) is { IsRedirect: false } route && route.SetId != item.Set;
}
