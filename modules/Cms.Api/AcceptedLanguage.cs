using Cms.Core.Localization;
using Microsoft.AspNetCore.Http;

namespace Cms.Api;

/// <summary>The language that a program asks for with <c>Accept-Language</c>.</summary>
internal static class AcceptedLanguage
{
    /// <summary>The best of the website's languages; its default where the header names none of them.</summary>
    public static string Of(HttpRequest request, CultureSettings cultures) => request.GetTypedHeaders().AcceptLanguage
        .Where(range => range.Quality is not 0)
        .OrderByDescending(range => range.Quality ?? 1)
        .Select(range => Find(range.Value.Value, cultures))
        .FirstOrDefault(name => name is not null) ?? cultures.Default;

    private static string? Find(string? range, CultureSettings cultures) =>
        cultures.Names.FirstOrDefault(name => string.Equals(name, range, StringComparison.OrdinalIgnoreCase) || range?.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase) == true);
}
