using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Content.Items;
using Cms.Content.Types;
using Cms.Core.Localization;

namespace Cms.Content.Recipes;

/// <summary>Reads the items of Content steps and refuses what could not be told apart or placed.</summary>
internal sealed class ItemReader(RecipePlan plan, ContentDefinitions definitions, CultureSettings cultures)
{
    private readonly Dictionary<string, PlannedItem> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), PlannedItem> _byLanguage = [];

    /// <returns>Null for an item with an error.</returns>
    public PlannedItem? Read(RecipeStep step, RecipeElement element)
    {
        if (Parse(step, element) is not { } incoming || !CheckIds(step, element.Line, incoming))
        {
            return null;
        }

        if (!definitions.TryType(incoming.ContentType, out var type))
        {
            plan.Error(step, element.Line, "content.unknown-type", incoming.ContentType);
            return null;
        }

        var culture = incoming.Culture.Length > 0 ? incoming.Culture : cultures.Default;
        if (!cultures.Supports(culture))
        {
            plan.Error(step, element.Line, "content.unknown-culture", culture);
            return null;
        }

        // An item of Orchard Core without LocalizationPart is a set of its own; named after it, so that running again finds it.
        var item = new PlannedItem
        {
            Step = step,
            Line = element.Line,
            Incoming = incoming,
            Type = type,
            Culture = culture,
            Set = incoming.LocalizationSet.Length > 0 ? incoming.LocalizationSet : incoming.ContentItemId,
        };
        return IsFirst(item) ? item : null;
    }

    private IncomingItem? Parse(RecipeStep step, RecipeElement element)
    {
        try
        {
            return element.Json() is JsonObject json ? IncomingItem.Read(json) : throw new JsonException("A content item must be an object.");
        }
        catch (JsonException e)
        {
            plan.Error(step, element.Line, "content.wrong-kind", e.Message);
            return null;
        }
    }

    private bool CheckIds(RecipeStep step, int line, IncomingItem incoming)
    {
        if (incoming.ContentItemId.Length == 0)
        {
            plan.Error(step, line, "content.no-id");
            return false;
        }

        var malformed = new[] { incoming.ContentItemId, incoming.LocalizationSet, incoming.ContentItemVersionId }.FirstOrDefault(id => id.Length > 0 && !IdGenerator.IsWellFormed(id));
        if (malformed is not null)
        {
            plan.Error(step, line, "content.malformed-id", malformed);
        }

        return malformed is null;
    }

    private bool IsFirst(PlannedItem item)
    {
        if (!_byId.TryAdd(item.Incoming.ContentItemId, item))
        {
            plan.Error(item.Step, item.Line, "content.repeated-id", item.Incoming.ContentItemId, _byId[item.Incoming.ContentItemId].Line);
            return false;
        }

        if (!_byLanguage.TryAdd((item.Set, item.Culture), item))
        {
            plan.Error(item.Step, item.Line, "content.repeated-language", item.Set, item.Culture, _byLanguage[(item.Set, item.Culture)].Line);
            return false;
        }

        return true;
    }
}
