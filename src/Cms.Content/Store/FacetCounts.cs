namespace Cms.Content.Store;

/// <summary>What the items of a list point to from one field, and how many do. A list of more than 10 000 items is not counted: it only says what there is.</summary>
public sealed class FacetCounts
{
    private readonly IReadOnlyDictionary<string, int>? _counts;

    private FacetCounts(IReadOnlyCollection<string> targets, IReadOnlyDictionary<string, int>? counts) => (Targets, _counts) = (targets, counts);

    /// <summary>Terms or sets that at least one item points to.</summary>
    public IReadOnlyCollection<string> Targets { get; }

    /// <summary>How many items point to a target; null when they were not counted.</summary>
    public int? this[string target] => _counts is null ? null : _counts.GetValueOrDefault(target);

    internal static FacetCounts Counted(Dictionary<string, int> counts) => new(counts.Keys, counts);

    internal static FacetCounts Uncounted(IEnumerable<string> targets) => new([.. targets], null);
}
