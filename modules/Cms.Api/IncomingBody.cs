using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cms.Content.Items;
using Cms.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace Cms.Api;

/// <summary>A content item as the body of a call.</summary>
internal static partial class IncomingBody
{
    // System.Text.Json takes the last of two members of one name; a reader before it may have taken the first.
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="CmsException">415 for another media type than JSON, 400 for malformed JSON or a value of the wrong kind.</exception>
    public static async Task<IncomingItem> ReadAsync(HttpRequest request, CancellationToken token)
    {
        // A form of another website can not send this type, so a signed-in browser can not be made to write.
        if (!request.HasJsonContentType())
        {
            throw new CmsException("api.media-type", 415);
        }

        using var document = await ParseAsync(request, token);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new CmsException("api.json", 400, 1, 1);
        }

        try
        {
            return IncomingItem.Read(JsonObject.Create(document.RootElement.Clone())!);
        }
        catch (JsonException e)
        {
            throw WrongValue(e);
        }
    }

    private static async Task<JsonDocument> ParseAsync(HttpRequest request, CancellationToken token)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, _strict, token);
        }
        catch (JsonException e)
        {
            // Only members of one name come without a place.
            throw e.LineNumber is { } line ? new CmsException("api.json", 400, line + 1, (e.BytePositionInLine ?? 0) + 1) : new CmsException("api.member-twice", 400);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a member's name.
            throw new CmsException("api.json", 400, 1, 1);
        }
    }

    /// <summary>The failure for a value that is not of its field's kind, whose message begins with the field.</summary>
    public static RuleException WrongValue(JsonException e) => new([new Failure("api.value", Field().Match(e.Message).Value)]);

    [GeneratedRegex(@"^[\p{L}\p{N}_.]*", RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
