using System.Globalization;
using Cms.Content.Store;
using Microsoft.AspNetCore.Http;

namespace Cms.SearchPages;

/// <summary>What the address of the search page asks for.</summary>
internal sealed record SearchState(string Query, int Page, string? Type, string? Theme, string? Publisher)
{
    public const string TypeKey = "type";
    public const string ThemeKey = "theme";
    public const string PublisherKey = "publisher";

    private const int MaxCode = 100;
    private static readonly string[] _keys = ["q", "page", TypeKey, ThemeKey, PublisherKey];

    /// <returns>Null for an address with a key given twice, a page number out of range or an overlong value; a query is cut instead.</returns>
    public static SearchState? Read(IQueryCollection query, int maxQuery)
    {
        if (_keys.Any(key => query[key].Count > 1) || !TryPage(query["page"].ToString(), out var page))
        {
            return null;
        }

        var codes = new[] { TypeKey, ThemeKey, PublisherKey }.Select(key => query[key].ToString()).Select(code => code.Length == 0 ? null : code).ToList();
        return codes.Exists(code => code?.Length > MaxCode) ? null : new SearchState(Cut(query["q"].ToString().Trim(), maxQuery), page, codes[0], codes[1], codes[2]);
    }

    /// <summary>The query string of another page of the same results.</summary>
    public string OnPage(int page) => Text(Query, Type, Theme, Publisher, page);

    /// <summary>The query string with one facet set or left out (null), from the first page.</summary>
    public string With(string key, string? value) => Text(Query, key == TypeKey ? value : Type, key == ThemeKey ? value : Theme, key == PublisherKey ? value : Publisher, 1);

    /// <summary>The query string for other words.</summary>
    public static string Asking(string query) => Text(query, null, null, null, 1);

    private static bool TryPage(string text, out int page)
    {
        page = 1;
        return text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is >= 1 and <= ContentQuery.MaxPage);
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Text(string query, string? type, string? theme, string? publisher, int page)
    {
        (string Key, string? Value)[] pairs = [("q", query), (TypeKey, type), (ThemeKey, theme), (PublisherKey, publisher), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))];
        return QueryString.Create(pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Value ?? "";
    }
}
