using System.Globalization;
using Cms.Content.Store;
using Cms.Display.Maps;
using Microsoft.AspNetCore.Http;

namespace Cms.Display.Pages;

/// <summary>What a list's query string asks for.</summary>
/// <param name="Facets">Chosen code by facet key.</param>
/// <param name="Keys">Facet keys that the list understands; others are ignored.</param>
public sealed record ListRequest(int Page, IReadOnlyDictionary<string, string> Facets, IReadOnlyList<string> Keys)
{
    private const int MaxCode = 100;

    /// <returns>False for a page number that is none or out of range, and for a facet given twice or too long.</returns>
    public static bool TryRead(IQueryCollection query, IReadOnlyList<string> keys, out ListRequest request)
    {
        request = new ListRequest(1, new Dictionary<string, string>(), keys);
        var page = 1;
        if (query.TryGetValue("page", out var number) && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page is < 1 or > ContentQuery.MaxPage))
        {
            return false;
        }

        var facets = new Dictionary<string, string>();
        foreach (var key in keys)
        {
            if (!query.TryGetValue(key, out var value) || value.ToString().Length == 0)
            {
                continue;
            }

            if (value.Count != 1 || value.ToString().Length > MaxCode)
            {
                return false;
            }

            facets[key] = value.ToString();
        }

        request = new ListRequest(page, facets, keys);
        return true;
    }

    /// <summary>The query string of this request with one facet set or left out (null), from its first page. Another year has no month chosen, another list no part of its map.</summary>
    public string With(string key, string? value)
    {
        var kept = Keys.Where(k => (key != YearFacet.Year || k != MonthFacet.Month) && (k != MapBuilder.Zoom || k == key));
        var facets = kept.Select(k => (Key: k, Value: k == key ? value : Facets.GetValueOrDefault(k))).Where(f => f.Value is not null);
        return Query(facets.Select(f => (f.Key, f.Value!)));
    }

    /// <summary>The query string of another page of the same list.</summary>
    public string OnPage(int page)
    {
        var facets = Keys.Where(Facets.ContainsKey).Select(k => (k, Facets[k]));
        return Query(page == 1 ? facets : facets.Append(("page", page.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>The query string of what narrows the list, for a file of it.</summary>
    public string Narrowing => Query(Keys.Where(k => k != MapBuilder.Zoom && Facets.ContainsKey(k)).Select(k => (k, Facets[k])));

    private static string Query(IEnumerable<(string Key, string Value)> pairs) => QueryString.Create(pairs.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).Value ?? "";
}
