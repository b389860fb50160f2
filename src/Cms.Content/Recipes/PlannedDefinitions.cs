using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Data;
using Dapper;

namespace Cms.Content.Recipes;

/// <summary>
/// The stored definitions as the steps of a run leave them, one step after the other. One for all steps of a run that compose types and parts or take them
/// away.
/// </summary>
internal sealed partial class PlannedDefinitions(IDatabase database, DefinitionStore store, ContentDefinitions definitions, IChangeLog changes)
{
    private const string Deleted = "deleted";
    private readonly Dictionary<(string Kind, string Name), byte[]> _before = [];
    private readonly Dictionary<(string Kind, string Name), JsonObject> _all = [];
    private readonly List<(RecipeStep Step, int Line, string Type, string Part)> _parts = [];
    private readonly List<(RecipeStep Step, int Line, string Type)> _deletedTypes = [];
    private bool _loaded;
    private bool _finished;

    /// <summary>Puts the types and parts that a step describes into the stored ones.</summary>
    /// <param name="part">Makes the new document of a part from the stored one, if there is one, and the step's.</param>
    /// <param name="type">The same for a type.</param>
    public async Task PutAsync(RecipePlan plan, RecipeStep step, Func<JsonObject?, JsonObject, DefinitionChange> part, Func<JsonObject?, JsonObject, DefinitionChange> type, CancellationToken token)
    {
        await LoadAsync(token);
        foreach (var element in step.Elements("ContentParts"))
        {
            Put(plan, step, element, DefinitionStore.PartKind, part);
        }

        foreach (var element in step.Elements("ContentTypes"))
        {
            Put(plan, step, element, DefinitionStore.TypeKind, type);
        }
    }

    /// <summary>Takes away what a list of names says; a part leaves the types that have it.</summary>
    /// <param name="member">The step's array of names.</param>
    public async Task RemoveAsync(RecipePlan plan, RecipeStep step, string member, string kind, CancellationToken token)
    {
        await LoadAsync(token);
        foreach (var element in step.Elements(member))
        {
            var name = element.Json() is JsonValue value ? value.ToString() : "";
            if (!CheckName(plan, step, element.Line, name))
            {
                continue;
            }

            if (!_all.Remove((kind, name)))
            {
                plan.Left(step, element.Line, kind, name);
                continue;
            }

            plan.Changed(step, element.Line, kind, name, [Deleted]);
            if (kind == DefinitionStore.TypeKind)
            {
                _deletedTypes.Add((step, element.Line, name));
            }
            else
            {
                LeaveTypes(plan, step, element.Line, name);
            }
        }
    }

    /// <summary>Says what can only be said of all steps together, and adds the writes; each step of the run calls it, and the first call does it.</summary>
    public async Task FinishAsync(RecipePlan plan, CancellationToken token)
    {
        if (_finished)
        {
            return;
        }

        _finished = true;
        foreach (var (step, line, type, part) in _parts.Where(p => definitions.Part(p.Part) is null && !_all.ContainsKey((DefinitionStore.PartKind, p.Part)) && p.Part != p.Type))
        {
            plan.Warn(step, line, "definition.unknown-part", type, part);
        }

        await CheckContentAsync(plan, token);
        if (!plan.HasErrors)
        {
            Write(plan);
        }
    }

    private async Task CheckContentAsync(RecipePlan plan, CancellationToken token)
    {
        foreach (var (step, line, type) in _deletedTypes.Where(d => !_all.ContainsKey((DefinitionStore.TypeKind, d.Type)) && !definitions.IsOfModule(d.Type)))
        {
            var count = await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM content_item WHERE type = @type AND deleted_utc IS NULL", new { type }), token);
            if (count > 0)
            {
                plan.Error(step, line, "definition.has-content", type, count);
            }
        }
    }

    private void Write(RecipePlan plan)
    {
        var documents = _all.ToDictionary(d => d.Key, d => DefinitionJson.Bytes(d.Value));
        var put = documents.Where(d => !_before.TryGetValue(d.Key, out var before) || !before.AsSpan().SequenceEqual(d.Value)).ToList();
        var removed = _before.Keys.Where(key => !documents.ContainsKey(key)).ToList();
        if (put.Count + removed.Count == 0)
        {
            return;
        }

        // The content of this run may already be of these types.
        definitions.Load(new StoredDefinitions([.. OfKind(DefinitionStore.TypeKind)], [.. OfKind(DefinitionStore.PartKind)]));
        plan.ReplaceShell();
        plan.Write(async unit =>
        {
            foreach (var ((kind, name), document) in put)
            {
                await DefinitionStore.PutAsync(unit, kind, name, document);
                await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Definition, "change", Subject: name));
            }

            foreach (var (kind, name) in removed)
            {
                await DefinitionStore.RemoveAsync(unit, kind, name);
                await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Definition, "delete", Subject: name));
            }
        });
    }

    private async Task LoadAsync(CancellationToken token)
    {
        if (_loaded)
        {
            return;
        }

        _loaded = true;
        foreach (var (kind, json) in await store.ReadAsync(token))
        {
            var key = (kind, DefinitionJson.Text(json, "Name"));
            _all[key] = json;
            _before[key] = DefinitionJson.Bytes(json);
        }
    }

    private IEnumerable<JsonObject> OfKind(string kind) => _all.Where(d => d.Key.Kind == kind).OrderBy(d => d.Key.Name, StringComparer.Ordinal).Select(d => d.Value);

    private void Put(RecipePlan plan, RecipeStep step, RecipeElement element, string kind, Func<JsonObject?, JsonObject, DefinitionChange> change)
    {
        if (element.Json() is not JsonObject incoming || !IsName(DefinitionJson.Text(incoming, "Name")))
        {
            plan.Error(step, element.Line, "definition.name", kind);
            return;
        }

        var name = DefinitionJson.Text(incoming, "Name");
        if (!Check(plan, step, element.Line, name, incoming))
        {
            return;
        }

        var stored = _all.GetValueOrDefault((kind, name));
        var result = change(stored, incoming);
        if (result.Changed.Count == 0)
        {
            plan.Left(step, element.Line, kind, name);
            return;
        }

        _all[(kind, name)] = result.Document;
        if (stored is null)
        {
            plan.Created(step, element.Line, kind, name);
        }
        else
        {
            plan.Changed(step, element.Line, kind, name, result.Changed);
        }
    }

    private void LeaveTypes(RecipePlan plan, RecipeStep step, int line, string part)
    {
        foreach (var (key, json) in _all.Where(d => d.Key.Kind == DefinitionStore.TypeKind).ToList())
        {
            if (DefinitionJson.WithoutPart(json, part) is { } without)
            {
                _all[key] = without;
                plan.Changed(step, line, key.Kind, key.Name, [part]);
            }
        }
    }

    private bool Check(RecipePlan plan, RecipeStep step, int line, string name, JsonObject incoming)
    {
        var sound = true;
        foreach (var part in DefinitionJson.Objects(incoming, DefinitionJson.Parts))
        {
            sound &= CheckName(plan, step, line, DefinitionJson.Text(part, "PartName"));
            _parts.Add((step, line, name, DefinitionJson.Text(part, "PartName")));
        }

        foreach (var field in DefinitionJson.Objects(incoming, DefinitionJson.Fields))
        {
            sound &= CheckName(plan, step, line, DefinitionJson.Text(field, "Name"));
            if (FieldTypes.Find(DefinitionJson.Text(field, "FieldName")) is null)
            {
                plan.Warn(step, line, "definition.unknown-field-type", $"{name}.{DefinitionJson.Text(field, "Name")}", DefinitionJson.Text(field, "FieldName"));
            }
        }

        return sound;
    }

    private static bool CheckName(RecipePlan plan, RecipeStep step, int line, string name)
    {
        if (!IsName(name))
        {
            plan.Error(step, line, "definition.name", name);
            return false;
        }

        return true;
    }

    /// <summary>Names become JSON members and, where a field orders lists, columns: two of them have to fit into 63 characters.</summary>
    private static bool IsName(string name) => WellFormed().IsMatch(name);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,59}$", RegexOptions.NonBacktracking)]
    private static partial Regex WellFormed();
}
