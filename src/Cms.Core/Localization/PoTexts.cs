using System.Collections.Frozen;

namespace Cms.Core.Localization;

/// <summary>The texts of one culture, later entries winning, and those of administrators winning over all.</summary>
internal sealed class PoTexts
{
    private readonly FrozenDictionary<(string Context, string Id), IReadOnlyList<string>> _texts;
    private readonly FrozenDictionary<(string Context, string Id), IReadOnlyList<string>> _own;

    /// <param name="own">What administrators translated: one form each.</param>
    public PoTexts(IEnumerable<PoEntry> entries, IEnumerable<PoEntry> own)
    {
        _texts = ByKey(entries);
        _own = ByKey(own.Select(WithOtherForms));
    }

    public IReadOnlyList<string>? Find(string? context, string id) => Find(_own, context, id) ?? Find(_texts, context, id);

    public IEnumerable<(string Id, string Text)> All(string? context) =>
        _own.Concat(_texts).Select(text => text.Key).Where(key => key.Context.Length == 0 || string.Equals(key.Context, context, StringComparison.OrdinalIgnoreCase))
            .Select(key => key.Id).Distinct(StringComparer.Ordinal).Select(id => (id, Find(context, id)!.FirstOrDefault("")));

    private static IReadOnlyList<string>? Find(FrozenDictionary<(string, string), IReadOnlyList<string>> texts, string? context, string id) =>
        context is not null && texts.TryGetValue((context, id), out var forms) || texts.TryGetValue(("", id), out forms) ? forms : null;

    private static FrozenDictionary<(string, string), IReadOnlyList<string>> ByKey(IEnumerable<PoEntry> entries)
    {
        var texts = new Dictionary<(string, string), IReadOnlyList<string>>(KeyComparer.Instance);
        foreach (var entry in entries)
        {
            texts[(entry.Context ?? "", entry.Id)] = entry.Forms;
        }

        return texts.ToFrozenDictionary(KeyComparer.Instance);
    }

    /// <summary>An administrator gives the singular; the plural forms stay those of the files.</summary>
    private PoEntry WithOtherForms(PoEntry own) => own with { Forms = [.. own.Forms, .. (Find(_texts, own.Context, own.Id) ?? []).Skip(own.Forms.Count)] };

    private sealed class KeyComparer : IEqualityComparer<(string Context, string Id)>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals((string Context, string Id) x, (string Context, string Id) y) =>
            string.Equals(x.Id, y.Id, StringComparison.Ordinal) && string.Equals(x.Context, y.Context, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Context, string Id) key) =>
            HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(key.Context), StringComparer.Ordinal.GetHashCode(key.Id));
    }
}
