using System.Collections.Frozen;

namespace Cms.Core.Localization;

/// <summary>The texts of one culture, later entries winning.</summary>
internal sealed class PoTexts
{
    private readonly FrozenDictionary<(string Context, string Id), IReadOnlyList<string>> _texts;

    public PoTexts(IEnumerable<PoEntry> entries)
    {
        var texts = new Dictionary<(string, string), IReadOnlyList<string>>(KeyComparer.Instance);
        foreach (var entry in entries)
        {
            texts[(entry.Context ?? "", entry.Id)] = entry.Forms;
        }

        _texts = texts.ToFrozenDictionary(KeyComparer.Instance);
    }

    public IReadOnlyList<string>? Find(string? context, string id) =>
        context is not null && _texts.TryGetValue((context, id), out var forms) || _texts.TryGetValue(("", id), out forms) ? forms : null;

    public IEnumerable<(string Id, string Text)> All(string? context) =>
        _texts.Where(text => text.Key.Context.Length == 0 || string.Equals(text.Key.Context, context, StringComparison.OrdinalIgnoreCase))
            .GroupBy(text => text.Key.Id, (id, texts) => (id, texts.MaxBy(text => text.Key.Context.Length).Value.FirstOrDefault("")));

    private sealed class KeyComparer : IEqualityComparer<(string Context, string Id)>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals((string Context, string Id) x, (string Context, string Id) y) =>
            string.Equals(x.Id, y.Id, StringComparison.Ordinal) && string.Equals(x.Context, y.Context, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Context, string Id) key) =>
            HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(key.Context), StringComparer.Ordinal.GetHashCode(key.Id));
    }
}
