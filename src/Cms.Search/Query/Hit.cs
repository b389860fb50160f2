using Cms.Search.Index;

namespace Cms.Search.Query;

/// <summary>A document that was found, with what facets need. Sorts best first, then oldest, so that pages do not overlap.</summary>
internal sealed class Hit : IComparable<Hit>
{
    public long Id { get; init; }

    public double Score { get; set; }

    public required string ContentType { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Codes as in the column.</summary>
    public required string Themes { get; init; }

    public string[] ThemeCodes => Themes.Split(IndexWriter.ThemeSeparator, StringSplitOptions.RemoveEmptyEntries);

    public bool IsOf(string? type, string? theme, string? publisher) =>
        (type is null || type == ContentType) && (publisher is null || publisher == Publisher) && (theme is null || ThemeCodes.Contains(theme));

    public int CompareTo(Hit? other)
    {
        var byScore = (other?.Score ?? 0).CompareTo(Score);
        return byScore != 0 ? byScore : Id.CompareTo(other?.Id ?? 0);
    }
}
