using System.Text.Json;
using Cms.Content.Items;
using Cms.Core.Errors;

namespace Cms.Content.Manager;

/// <summary>Refuses the character NUL, wherever in a document it stands: PostgreSQL can not store it (its documentation, 8.14 JSON Types), and no reader sees it.</summary>
internal static class NulCheck
{
    private const char Nul = '\0';

    /// <exception cref="RuleException">A text of the item holds it.</exception>
    public static void Demand(ContentItem item, SavedDocument document)
    {
        var failures = Find(document.Own).Concat(Find(document.Shared)).Distinct().ToList();
        if (item.DisplayText.Contains(Nul, StringComparison.Ordinal))
        {
            failures.Add(nameof(item.DisplayText));
        }

        if (failures.Count > 0)
        {
            throw new RuleException([.. failures.Select(path => new Failure("text.nul", path))]);
        }
    }

    /// <summary>Paths of the texts that hold it. A document is only read where its bytes may say so: JSON writes the character as an escape.</summary>
    private static List<string> Find(byte[] document)
    {
        if (document.AsSpan().IndexOf("\\u0000"u8) < 0)
        {
            return [];
        }

        using var json = JsonDocument.Parse(document);
        return [.. Find(json.RootElement, "")];
    }

    private static IEnumerable<string> Find(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!.Contains(Nul, StringComparison.Ordinal) ? [path] : [],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(one => Find(one, path)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name.Contains(Nul, StringComparison.Ordinal) ? [path] : Find(member.Value, Below(path, member.Name))),
        _ => [],
    };

    /// <summary>Fields are named as rules name them: part and field, without the members below.</summary>
    private static string Below(string path, string name) => path.Length == 0 ? name : path.Contains('.', StringComparison.Ordinal) ? path : $"{path}.{name}";
}
