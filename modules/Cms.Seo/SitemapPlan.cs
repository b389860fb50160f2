using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Data;
using Cms.Display.Frame;

namespace Cms.Seo;

/// <summary>One file of the site map.</summary>
/// <param name="FirstSet">Set that it begins with; empty for the first file.</param>
/// <param name="EndSet">Set that the next file begins with; null for the last file.</param>
internal sealed record SitemapPart(string FirstSet, string? EndSet, DateTimeOffset? LastModified);

/// <summary>How the site map is cut into files, worked out anew when content changed.</summary>
internal sealed class SitemapPlan(PublishedAddresses published, ContentDefinitions definitions, IChangeLog changes)
{
    /// <summary>The protocol allows 50 000 addresses a file.</summary>
    private const int MostAddresses = 40_000;

    /// <summary>The protocol allows 50 MB a file; lengths are estimated.</summary>
    private const long MostBytes = 40_000_000;

    /// <summary>What an address takes besides its path, about: scheme, host, tags.</summary>
    private const int BytesAround = 150;

    private readonly ChangeLogCache<string, IReadOnlyList<SitemapPart>> _parts = new(changes);

    public Task<IReadOnlyList<SitemapPart>> PartsAsync(CancellationToken token) => _parts.GetAsync("", () => MakeAsync(token), token);

    /// <summary>The sets of a part that have pages, each with the addresses of its languages.</summary>
    public async IAsyncEnumerable<IReadOnlyList<PublishedAddress>> SetsAsync(SitemapPart part, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        var set = new List<PublishedAddress>();
        await foreach (var address in published.FromAsync(part.FirstSet, token))
        {
            if (part.EndSet is not null && string.CompareOrdinal(address.Set, part.EndSet) >= 0)
            {
                break;
            }

            if (set.Count > 0 && set[0].Set != address.Set)
            {
                yield return set;
                set = [];
            }

            if (HasPage(address))
            {
                set.Add(address);
            }
        }

        if (set.Count > 0)
        {
            yield return set;
        }
    }

    /// <summary>A type whose module was turned off has no pages, and an item that introduces a list is there already as the list.</summary>
    private bool HasPage(PublishedAddress address) =>
        definitions.TryType(address.Type, out _) && definitions.ListAt(address.Culture, address.Path) is null;

    private async Task<IReadOnlyList<SitemapPart>> MakeAsync(CancellationToken token)
    {
        var parts = new List<SitemapPart>();
        var current = new SitemapPart("", null, null);
        var (count, bytes) = (0, 0L);
        await foreach (var set in SetsAsync(current, token))
        {
            var size = set.Sum(address => (long)address.Path.Length + BytesAround) * (set.Count + 2);
            if (count > 0 && (count + set.Count > MostAddresses || bytes + size > MostBytes))
            {
                parts.Add(current with { EndSet = set[0].Set });
                current = new SitemapPart(set[0].Set, null, null);
                (count, bytes) = (0, 0);
            }

            (count, bytes) = (count + set.Count, bytes + size);
            var newest = set.Max(address => Utc.Parse(address.PublishedUtc));
            current = current with { LastModified = newest > (current.LastModified ?? DateTimeOffset.MinValue) ? newest : current.LastModified };
        }

        parts.Add(current);
        return parts;
    }
}
