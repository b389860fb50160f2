using System.Globalization;
using Cms.Content.Store;
using Microsoft.AspNetCore.Http;

namespace Cms.Display.Pages;

/// <summary>What a list's query string asks for.</summary>
/// <param name="Facets">Chosen code by facet key.</param>
public sealed record ListRequest(int Page, IReadOnlyDictionary<string, string> Facets)
{
    private const int MaxCode = 100;

    /// <summary>Facets whose values every list understands.</summary>
    public static readonly IReadOnlyList<string> Keys = ["theme", "publisher"];

    /// <returns>False for a page number that is none or out of range, and for a facet given twice or too long.</returns>
    public static bool TryRead(IQueryCollection query, out ListRequest request)
    {
        request = new ListRequest(1, new Dictionary<string, string>());
        var page = 1;
        if (query.TryGetValue("page", out var number) && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page is < 1 or > ContentQuery.MaxPage))
        {
            return false;
        }

        var facets = new Dictionary<string, string>();
        foreach (var key in Keys)
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

        request = new ListRequest(page, facets);
        return true;
    }

    /// <summary>The query string of this request with one facet set or left out (null), from its first page.</summary>
    public string With(string key, string? value)
    {
        var facets = Keys.Select(k => (Key: k, Value: k == key ? value : Facets.GetValueOrDefault(k))).Where(f => f.Value is not null);
        return Query(facets.Select(f => (f.Key, f.Value!)));
    }

    /// <summary>The query string of another page of the same list.</summary>
    public string OnPage(int page)
    {
        var facets = Keys.Where(Facets.ContainsKey).Select(k => (k, Facets[k]));
        return Query(page == 1 ? facets : facets.Append(("page", page.ToString(CultureInfo.InvariantCulture))));
    }

    private static string Query(IEnumerable<(string Key, string Value)> pairs) => QueryString.Create(pairs.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).Value ?? "";
}
