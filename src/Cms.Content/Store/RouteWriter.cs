using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Data;

namespace Cms.Content.Store;

/// <summary>Gives items their addresses and keeps old ones as redirects.</summary>
internal static class RouteWriter
{
    private const int MostNumbers = 9;

    /// <summary>Claims the wished address, or the wished one with a suffix, and turns the former address into a redirect.</summary>
    /// <exception cref="RuleException">A chosen address belongs to something else.</exception>
    public static async Task<string> ClaimAsync(WriteUnit unit, ContentItem item, WishedPath wish)
    {
        foreach (var path in Candidates(wish, item.LocalizationSet))
        {
            var owner = await unit.SingleAsync<Owned>("""SELECT set_id AS "SetId", redirect AS "Redirect" FROM content_route WHERE culture = @culture AND path = @path""", new { culture = item.Culture, path });

            // An old address of something else may be taken over: what is published there now wins.
            if ((owner is null || owner.SetId == item.LocalizationSet || owner.Redirect == 1) && await TakeAsync(unit, item, path))
            {
                return path;
            }
        }

        throw new RuleException([new Failure("path.taken", "AutoroutePart.Path", ContentPath.Url(item.Culture, wish.Path))]);
    }

    /// <summary>A few numbers, then the id of the set, which nothing else has: how many bear one title does not matter.</summary>
    private static IEnumerable<string> Candidates(WishedPath wish, string set)
    {
        yield return wish.Path;
        if (wish.Chosen)
        {
            yield break;
        }

        var stem = wish.PublisherSuffix.Length > 0 ? $"{wish.Path}-{wish.PublisherSuffix}" : wish.Path;
        if (wish.PublisherSuffix.Length > 0)
        {
            yield return stem;
        }

        for (var number = 2; number <= MostNumbers; number++)
        {
            yield return FormattableString.Invariant($"{stem}-{number}");
        }

        yield return $"{stem}-{Slug.Of(set)}";
    }

    /// <returns>False when a write at the same time took it first.</returns>
    private static async Task<bool> TakeAsync(WriteUnit unit, ContentItem item, string path)
    {
        var args = new { culture = item.Culture, path, set = item.LocalizationSet };
        var taken = await unit.ExecuteAsync(
            """
            INSERT INTO content_route (culture, path, set_id, redirect) VALUES (@culture, @path, @set, 0)
            ON CONFLICT (culture, path) DO UPDATE SET set_id = excluded.set_id, redirect = 0
            WHERE content_route.set_id = excluded.set_id OR content_route.redirect = 1
            """,
            args);
        if (taken == 1)
        {
            await unit.ExecuteAsync("UPDATE content_route SET redirect = 1 WHERE set_id = @set AND culture = @culture AND path <> @path", args);
        }

        return taken == 1;
    }

    private sealed class Owned
    {
        public string SetId { get; init; } = "";

        public long Redirect { get; init; }
    }
}
