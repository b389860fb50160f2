using Cms.Core.Errors;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Cms.Api;

/// <summary>A rule that the input broke.</summary>
/// <param name="Key">Stable key, for programs.</param>
/// <param name="Field">Path of the field, <c>Agenda21Action.Code</c>; null for the whole item.</param>
/// <param name="Text">What a person reads, in the language asked for.</param>
public sealed record ApiFailure(string Key, string? Field, string Text);

/// <summary>An error answer of the API (RFC 9457), its texts in the caller's language.</summary>
public sealed class ApiProblem : ProblemDetails
{
    /// <summary>Stable key of the error, for programs.</summary>
    public required string Key { get; init; }

    /// <summary>Every rule that the input broke; left out for other errors.</summary>
    public IReadOnlyList<ApiFailure>? Errors { get; init; }

    internal static ApiProblem Of(CmsException exception, FailureText texts) => new()
    {
        Status = exception.Status,
        Key = exception.Key,
        Title = texts.Of(exception.Key, exception.Arguments),
        Errors = exception is RuleException rules ? [.. rules.Failures.Select(f => new ApiFailure(f.Key, f.Field, texts.Of(f)))] : null,
    };

    internal static ApiProblem Of(int status, FailureText texts) => Of(new CmsException(KeyOf(status), status), texts);

    internal Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status ?? StatusCodes.Status500InternalServerError;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = System.Globalization.CultureInfo.CurrentUICulture.Name;
        return context.Response.WriteAsJsonAsync(this, options: null, "application/problem+json", context.RequestAborted);
    }

    private static string KeyOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "api.sign-in",
        StatusCodes.Status403Forbidden => "api.forbidden",
        StatusCodes.Status404NotFound => "api.not-found",
        StatusCodes.Status405MethodNotAllowed => "api.method",
        StatusCodes.Status413PayloadTooLarge => "api.too-large",
        StatusCodes.Status415UnsupportedMediaType => "api.media-type",
        StatusCodes.Status429TooManyRequests => "api.too-many",
        >= StatusCodes.Status500InternalServerError => "api.failed",
        _ => "api.malformed",
    };
}
