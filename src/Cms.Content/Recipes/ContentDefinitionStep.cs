using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Data;

namespace Cms.Content.Recipes;

/// <summary>Composes content types and parts (Orchard Core: ContentDefinitionStep): merged into what is stored, never taking anything away.</summary>
internal sealed partial class ContentDefinitionStep(DefinitionStore store, ContentDefinitions definitions, IChangeLog changes) : IRecipeStep
{
    private readonly Dictionary<(string Kind, string Name), JsonObject> _changed = [];
    private readonly List<(RecipeStep Step, int Line, string Type, string Part)> _parts = [];
    private Dictionary<(string Kind, string Name), JsonObject>? _all;

    public string Name => "ContentDefinition";

    public RecipePhase Phase => RecipePhase.Definitions;

    public async Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        _all ??= (await store.ReadAsync(token)).ToDictionary(d => (d.Kind, DefinitionJson.Text(d.Json, "Name")), d => d.Json);
        foreach (var element in step.Elements("ContentParts"))
        {
            Put(plan, step, element, DefinitionStore.PartKind, DefinitionJson.MergePart);
        }

        foreach (var element in step.Elements("ContentTypes"))
        {
            Put(plan, step, element, DefinitionStore.TypeKind, DefinitionJson.MergeType);
        }
    }

    public Task FinishAsync(RecipePlan plan, CancellationToken token)
    {
        foreach (var (step, line, type, part) in _parts.Where(p => definitions.Part(p.Part) is null && !_all!.ContainsKey((DefinitionStore.PartKind, p.Part)) && p.Part != p.Type))
        {
            plan.Warn(step, line, "definition.unknown-part", type, part);
        }

        if (_changed.Count == 0 || plan.HasErrors)
        {
            return Task.CompletedTask;
        }

        // The content of this run may already be of these types.
        definitions.Load(new StoredDefinitions([.. OfKind(DefinitionStore.TypeKind)], [.. OfKind(DefinitionStore.PartKind)]));
        plan.ReplaceShell();
        var documents = _changed.Select(d => (d.Key.Kind, d.Key.Name, Document: DefinitionJson.Bytes(d.Value))).ToList();
        plan.Write(async unit =>
        {
            foreach (var (kind, name, document) in documents)
            {
                await DefinitionStore.PutAsync(unit, kind, name, document);
                await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Definition, "change", Subject: name));
            }
        });
        return Task.CompletedTask;
    }

    private IEnumerable<JsonObject> OfKind(string kind) => _all!.Where(d => d.Key.Kind == kind).OrderBy(d => d.Key.Name, StringComparer.Ordinal).Select(d => d.Value);

    private void Put(RecipePlan plan, RecipeStep step, RecipeElement element, string kind, Func<JsonObject?, JsonObject, DefinitionChange> merge)
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

        var all = _all!;
        var stored = all.GetValueOrDefault((kind, name));
        var result = merge(stored, incoming);
        if (result.Changed.Count == 0)
        {
            plan.Left(step, element.Line, kind, name);
            return;
        }

        all[(kind, name)] = _changed[(kind, name)] = result.Document;
        if (stored is null)
        {
            plan.Created(step, element.Line, kind, name);
        }
        else
        {
            plan.Changed(step, element.Line, kind, name, result.Changed);
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
