namespace Cms.Content.Store;

/// <summary>What narrows a list further.</summary>
public abstract record ContentFilter
{
    /// <summary>A text that is the same for filters that give the same list.</summary>
    internal abstract string Name { get; }
}

/// <summary>Items that point from a field to at least one of some targets.</summary>
/// <param name="Kind">Kind of the reference: <c>term</c>, <c>set</c>.</param>
/// <param name="Field">Where it stands: <c>Site.Kind</c>.</param>
public sealed record ReferenceFilter(string Kind, string Field, IReadOnlyList<string> Targets) : ContentFilter
{
    internal override string Name => $"{Kind} {Field} {string.Join(',', Targets)}";
}

/// <summary>Items whose date, or any day of whose range, is within a period.</summary>
/// <param name="Field">An indexed <see cref="Fields.PartialDateField"/> of the list's type: <c>Event.Dates</c>.</param>
/// <param name="To">Last day of the period, included.</param>
public sealed record PeriodFilter(string Field, DateOnly From, DateOnly To) : ContentFilter
{
    internal override string Name => FormattableString.Invariant($"{Field} {From:yyyy-MM-dd} {To:yyyy-MM-dd}");
}

/// <summary>Items of some localization sets.</summary>
public sealed record SetFilter(IReadOnlyList<string> Sets) : ContentFilter
{
    internal override string Name => $"sets {string.Join(',', Sets)}";
}

/// <summary>Items that belong to a user.</summary>
/// <param name="Owner">Id of the account.</param>
public sealed record OwnerFilter(string Owner) : ContentFilter
{
    internal override string Name => $"owner {Owner}";
}

/// <summary>What has become of an item, as an editor sees it.</summary>
public enum ContentState
{
    Draft,
    Published,

    /// <summary>Published, and there is a newer draft.</summary>
    Changed,
}

/// <summary>Newest versions of items in one state.</summary>
public sealed record StateFilter(ContentState State) : ContentFilter
{
    internal override string Name => $"state {State}";
}

/// <summary>Items whose drafts somebody may see.</summary>
/// <param name="Types">Types of which all are seen; null for every type.</param>
/// <param name="OwnTypes">Types of which only those of <paramref name="Owner"/> are seen; null for every type.</param>
/// <param name="Cultures">Languages; null for all.</param>
/// <param name="Publishers">Sets of publishers; null for all, and for what has none.</param>
public sealed record VisibleFilter(IReadOnlyList<string>? Types, IReadOnlyList<string>? OwnTypes, string Owner, IReadOnlyList<string>? Cultures, IReadOnlyList<string>? Publishers) : ContentFilter
{
    internal override string Name => $"visible {Words(Types)} {Words(OwnTypes)} {Owner} {Words(Cultures)} {Words(Publishers)}";

    private static string Words(IReadOnlyList<string>? names) => names is null ? "*" : string.Join(',', names);
}

/// <summary>A date or range that items of a list have, from its first to its last possible day.</summary>
/// <param name="Count">How many have it.</param>
public sealed record DateSpan(DateOnly First, DateOnly Last, int Count);
