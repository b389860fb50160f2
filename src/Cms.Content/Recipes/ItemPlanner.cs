using System.Text.Json;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Core.Security;

namespace Cms.Content.Recipes;

/// <summary>Puts the items of a run into what is stored, one after the other, and works out what has to be written.</summary>
internal sealed class ItemPlanner(RecipePlan plan, ContentManager manager, ContentDefinitions definitions, StoredContent stored, IContentSurroundings around, TimeProvider time)
{
    private readonly Dictionary<string, PlannedSet> _sets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedItem> _claimed = new(StringComparer.Ordinal);

    public async Task PlanAsync(PlannedItem planned, CancellationToken token)
    {
        var state = stored.State(planned.Incoming.ContentItemId) ?? stored.State(planned.Set, planned.Culture);
        if (!CheckPlace(planned, state))
        {
            return;
        }

        var set = SetOf(planned);
        if (set.Type != planned.Type.Name)
        {
            plan.Error(planned.Step, planned.Line, "content.other-type", planned.Set, set.Type);
            return;
        }

        var row = state is null ? null : stored.Row(state.ItemId);
        var item = row?.ToItem(definitions, set.Shared, set.Revision) ?? New(planned, state, set);
        if (Merge(planned, item, set) is not { } changed)
        {
            return;
        }

        planned.Item = item;
        try
        {
            await WorkOutAsync(planned, item, row is not null, changed, set, token);
        }
        catch (RuleException e)
        {
            e.Failures.ToList().ForEach(failure => plan.Error(planned.Step, planned.Line, failure));
        }
        catch (CmsException e)
        {
            plan.Error(planned.Step, planned.Line, e.Key, e.Arguments);
        }
    }

    /// <summary>An id that is stored stays with its set, its language and its type.</summary>
    private bool CheckPlace(PlannedItem planned, ItemState? state)
    {
        var incoming = planned.Incoming;
        if (state is null)
        {
            return true;
        }

        planned.Set = incoming.LocalizationSet.Length == 0 ? state.SetId : planned.Set;
        planned.Culture = incoming.Culture.Length == 0 ? state.Culture : planned.Culture;
        if (state.SetId != planned.Set || state.Culture != planned.Culture)
        {
            plan.Error(planned.Step, planned.Line, "content.other-place", incoming.ContentItemId, state.SetId, state.Culture);
            return false;
        }

        if (state.Type != planned.Type.Name)
        {
            plan.Error(planned.Step, planned.Line, "content.other-type", incoming.ContentItemId, state.Type);
            return false;
        }

        if (!_claimed.TryAdd(state.ItemId, planned))
        {
            plan.Error(planned.Step, planned.Line, "content.repeated-id", state.ItemId, _claimed[state.ItemId].Line);
            return false;
        }

        return true;
    }

    private PlannedSet SetOf(PlannedItem planned)
    {
        if (!_sets.TryGetValue(planned.Set, out var set))
        {
            _sets[planned.Set] = set = stored.Set(planned.Set) ?? new PlannedSet { Type = planned.Type.Name, Revision = 0, Shared = null };
        }

        return set;
    }

    private ContentItem New(PlannedItem planned, ItemState? bin, PlannedSet set) => new()
    {
        ContentItemId = bin?.ItemId ?? planned.Incoming.ContentItemId,
        ContentItemVersionId = stored.ClaimVersion(planned.Incoming.ContentItemVersionId) ? planned.Incoming.ContentItemVersionId : "",
        Type = planned.Type,
        LocalizationSet = planned.Set,
        Culture = planned.Culture,
        DisplayText = planned.Incoming.DisplayText,
        Owner = planned.Incoming.Owner,
        CreatedUtc = planned.Incoming.CreatedUtc ?? time.GetUtcNow(),
        Revision = (int)(bin?.Revision ?? 0),
        SharedRevision = (int)set.Revision,
        Document = ContentDocument.Read(default, set.Shared),
    };

    /// <returns>Paths of the changed fields; null where a value is of the wrong kind, or languages disagree.</returns>
    private List<string>? Merge(PlannedItem planned, ContentItem item, PlannedSet set)
    {
        var address = item.Has<AutoroutePart>() ? item.As<AutoroutePart>().Path : "";
        var before = set.Given.Count > 0 ? SharedValues.Of(item) : null;
        MergeResult result;
        try
        {
            result = ItemMerge.Apply(item, planned.Incoming);
        }
        catch (JsonException e)
        {
            plan.Error(planned.Step, planned.Line, "content.wrong-kind", e.Message);
            return null;
        }

        ItemNormalizer.Normalize(item);
        Warn(planned, result);
        var agree = before is null || Agree(planned, set, before, SharedValues.Of(item));
        result.Given.ForEach(field => set.Given.TryAdd(field, planned));
        ItemAddress.Compare(item, address, result.Changed);
        Rename(planned, item, result.Changed);
        return agree ? result.Changed : null;
    }

    private void Warn(PlannedItem planned, MergeResult result)
    {
        foreach (var path in result.Unknown.Concat(result.Misread).Where(path => _unknown.Add($"{planned.Type.Name} {path}")))
        {
            plan.Warn(planned.Step, planned.Line, "content.unknown-field", planned.Type.Name, path);
        }
    }

    private bool Agree(PlannedItem planned, PlannedSet set, Dictionary<string, string> before, Dictionary<string, string> after)
    {
        var disputed = before.Keys.Union(after.Keys)
            .Where(path => set.Given.ContainsKey(path) && before.GetValueOrDefault(path) != after.GetValueOrDefault(path)).ToList();
        foreach (var path in disputed)
        {
            plan.Error(planned.Step, planned.Line, new Failure("content.languages-disagree", path, path, set.Given[path].Culture, set.Given[path].Line));
        }

        return disputed.Count == 0;
    }

    /// <summary>An item without a title part is called what the recipe calls it.</summary>
    private static void Rename(PlannedItem planned, ContentItem item, List<string> changed)
    {
        if (!item.Has<TitlePart>() && planned.Incoming.DisplayText.Length > 0 && item.DisplayText != planned.Incoming.DisplayText)
        {
            item.DisplayText = planned.Incoming.DisplayText;
            changed.Add(nameof(item.DisplayText));
        }
    }

    private async Task WorkOutAsync(PlannedItem planned, ContentItem item, bool exists, List<string> changed, PlannedSet set, CancellationToken token)
    {
        var publish = planned.Incoming.Published;
        if (exists && changed.Count == 0 && (item.Published || !publish))
        {
            if (item.Published)
            {
                await ContentManager.DemandUniqueAsync(item, around, token);
            }

            plan.Left(planned.Step, planned.Line, "content", planned.Subject);
            return;
        }

        var write = await manager.PrepareAsync(item, Actor.System, publish, publish ? "publish" : "save", planned.Step.File, token, around);
        planned.Write = write with { Author = planned.Incoming.Author.Length > 0 ? planned.Incoming.Author : Actor.System.Name, By = Actor.System.Name };
        set.Revision = set.Revision == 0 ? 1 : write.SharedChanged ? set.Revision + 1 : set.Revision;
        set.Shared = write.Shared;
        if (exists)
        {
            plan.Changed(planned.Step, planned.Line, "content", planned.Subject, changed.Count > 0 ? changed : [nameof(item.Published)]);
        }
        else
        {
            plan.Created(planned.Step, planned.Line, "content", planned.Subject);
        }
    }
}
