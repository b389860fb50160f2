using System.Globalization;
using Cms.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace Cms.Api;

/// <summary>Reads a call's query string strictly: what is malformed, out of range or given twice is refused.</summary>
public static class ApiQuery
{
    /// <summary>The value, or null where the query has none or an empty one.</summary>
    /// <exception cref="CmsException">400 <c>api.repeated</c>.</exception>
    public static string? Text(this IQueryCollection query, string name) => query[name] switch
    {
        { Count: > 1 } => throw new CmsException("api.repeated", 400, name),
        [{ Length: > 0 } text] => text,
        _ => null,
    };

    /// <exception cref="CmsException">400 <c>api.number</c>: no whole number from <paramref name="from"/> to <paramref name="to"/>.</exception>
    public static int Number(this IQueryCollection query, string name, int otherwise, int from, int to)
    {
        if (query.Text(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw new CmsException("api.number", 400, name, from, to);
    }

    /// <exception cref="CmsException">400 <c>api.flag</c>: neither true nor false.</exception>
    public static bool Flag(this IQueryCollection query, string name) => query.Text(name) switch
    {
        null => false,
        var text => bool.TryParse(text, out var flag) ? flag : throw new CmsException("api.flag", 400, name),
    };
}
