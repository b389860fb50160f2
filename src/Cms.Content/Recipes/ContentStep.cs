using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Data;

namespace Cms.Content.Recipes;

/// <summary>
/// Creates and changes content (Orchard Core: ContentStep). All Content steps of a run are planned together, so that their items may refer to one another
/// in any order.
/// </summary>
internal sealed class ContentStep(
    IDatabase database,
    ContentStore store,
    ContentDefinitions definitions,
    CultureSettings cultures,
    ContentManager manager,
    IChangeLog changes,
    MediaFiles media,
    PlannedMedia plannedMedia,
    TimeProvider time) : IRecipeStep
{
    private readonly List<PlannedItem> _items = [];
    private ItemReader? _reader;

    public string Name => "Content";

    public RecipePhase Phase => RecipePhase.Content;

    public Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        _reader ??= new ItemReader(plan, definitions, cultures);
        foreach (var element in step.Elements("Data"))
        {
            token.ThrowIfCancellationRequested();
            if (_reader.Read(step, element) is { } item)
            {
                _items.Add(item);
            }
        }

        return Task.CompletedTask;
    }

    public async Task FinishAsync(RecipePlan plan, CancellationToken token)
    {
        var stored = await StoredContent.LoadAsync(database, _items, token);
        var around = new PlannedSurroundings(database, store, new StoredSurroundings(store, cultures), _items);
        var planner = new ItemPlanner(plan, manager, definitions, stored, around, time);
        for (var i = 0; i < _items.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            await planner.PlanAsync(_items[i], token);
            plan.Progress?.Report(new RecipeProgress("check", i + 1, _items.Count));
        }

        await new ReferenceCheck(database, store, definitions, media, plannedMedia, _items).RunAsync(plan, token);
        await new PathCheck(store, _items).RunAsync(plan, token);
        var writer = new ContentWriter(changes);
        var writes = _items.Select(i => i.Write).OfType<ContentWrite>().ToList();
        foreach (var write in writes)
        {
            plan.Write(unit => writer.WriteAsync(unit, write));
        }

        if (writes.Exists(write => write.Unique.Count > 0))
        {
            plan.Write(unit => UniqueValue.DemandAsync(unit, writes));
        }
    }
}
