using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Types;
using Cms.Core.Errors;

namespace Cms.Content.Manager;

/// <summary>The rules that every item obeys: those of its fields and those of its type.</summary>
internal static class RuleCheck
{
    private const int MostRows = 500;

    /// <exception cref="RuleException">The item breaks at least one.</exception>
    public static void Demand(ContentItem item, IEnumerable<ContentRules> rules, bool publishing)
    {
        var failures = Failures(item, rules, publishing).ToList();
        if (failures.Count > 0)
        {
            throw new RuleException(failures);
        }
    }

    public static IEnumerable<Failure> Failures(ContentItem item, IEnumerable<ContentRules> rules, bool publishing) =>
        item.Type.Parts.SelectMany(part => OfFields(item.Part(part), part.Fields, part.Name, publishing))
            .Concat(OfTitle(item))
            .Concat(OfPath(item))
            .Concat(rules.SelectMany(rule => publishing ? rule.CanSave(item).Concat(rule.CanPublish(item)) : rule.CanSave(item)));

    private static IEnumerable<Failure> OfFields(FieldHolder holder, IReadOnlyList<FieldDefinition> fields, string path, bool publishing)
    {
        foreach (var definition in fields)
        {
            var at = $"{path}.{definition.Name}";
            var field = definition.Field(holder);
            if (publishing && definition.Required && typeof(ContentField).IsAssignableFrom(definition.ClrType) && (field is null || field.IsEmpty))
            {
                yield return new Failure("field.required", at, definition.Label);
            }

            foreach (var failure in field?.Check(definition) ?? [])
            {
                yield return failure with { Field = at };
            }

            foreach (var failure in field is ListField list ? OfRows(list, definition, at, publishing) : [])
            {
                yield return failure;
            }
        }
    }

    private static IEnumerable<Failure> OfRows(ListField list, FieldDefinition definition, string path, bool publishing)
    {
        if (list.Items.Count > MostRows)
        {
            return [new Failure("list.too-long", path, MostRows)];
        }

        var repeated = list.Items.GroupBy(row => row.Id).FirstOrDefault(rows => rows.Count() > 1);
        return repeated is not null
            ? [new Failure("list.duplicate-row", path, repeated.Key)]
            : list.Items.SelectMany((row, index) => OfFields(row, definition.RowFields, FormattableString.Invariant($"{path}[{index}]"), publishing));
    }

    private static IEnumerable<Failure> OfTitle(ContentItem item)
    {
        if (!item.Has<TitlePart>())
        {
            yield break;
        }

        var title = item.As<TitlePart>().Title;
        if (string.IsNullOrWhiteSpace(title))
        {
            yield return new Failure("field.required", "TitlePart.Title", "Title");
        }
        else if (title.Length > TitlePart.MaxLength)
        {
            yield return new Failure("field.too-long", "TitlePart.Title", TitlePart.MaxLength);
        }
    }

    private static IEnumerable<Failure> OfPath(ContentItem item)
    {
        if (item.Has<AutoroutePart>() && item.As<AutoroutePart>().Path is { Length: > 0 } path && !ContentPath.IsWellFormed(ContentPath.WithoutCulture(path, item.Culture)))
        {
            yield return new Failure("path.malformed", "AutoroutePart.Path", path);
        }
    }
}
