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

        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, _strict, token);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? IncomingItem.Read(JsonObject.Create(document.RootElement.Clone())!)
                : throw new CmsException("api.json", 400, 1, 1);
        }
        catch (JsonException e) when (e.LineNumber is { } line)
        {
            throw new CmsException("api.json", 400, line + 1, (e.BytePositionInLine ?? 0) + 1);
        }
        catch (JsonException e)
        {
            throw WrongValue(e);
        }
    }

    /// <summary>The failure for a value that is not of its field's kind, whose message begins with the field.</summary>
    public static RuleException WrongValue(JsonException e) => new([new Failure("api.value", Field().Match(e.Message).Value)]);

    [GeneratedRegex(@"^[\p{L}\p{N}_.]*", RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
