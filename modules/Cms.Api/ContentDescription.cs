using Cms.Content.Store;

namespace Cms.Api;

/// <summary>What the OpenAPI document says of the content calls.</summary>
internal static class ContentDescription
{
    private const string Stale = "Somebody else wrote the item since: read it again.";

    public static void One(ApiOperation call) => call
        .Says("getContent", "The published version of a content item", "In Orchard Core's JSON: system members and parts at the root. The ETag can be given back as If-Match.")
        .Path("contentItemId", "Id of the content item, which is one document in one language.")
        .Answers(200, "The item.", ApiSchemas.ContentItem)
        .Fails(404, "No such item is published.");

    public static void Page(ApiOperation call) => call
        .Says("listContent", "Published content items, oldest first", "Ordered by CreatedUtc, then by id.")
        .QueryText("type", "Only this content type.")
        .QueryText("culture", "Only this language: fr, en.")
        .QueryNumber("page", "Number of the page.", 1, 1, ContentQuery.MaxPage)
        .QueryNumber("pageSize", "Items per page.", 20, 1, 100)
        .Answers(200, "The page; empty beyond the last one.", ApiSchemas.ContentPage)
        .Fails(400, "An unknown type or language, or a number out of range.");

    public static void Post(ApiOperation call) => call
        .Says(
            "saveContent",
            "Creates or updates a content item",
            "An item whose ContentItemId exists is updated: fields that the body leaves out stay as they are. Only the id, type, language and set of the system members count; dates, owner and author are set by the website.")
        .Query("draft", "Store a draft and leave what is published as it is. Without it the item is published.", new() { Type = Microsoft.OpenApi.JsonSchemaType.Boolean, Default = false })
        .Header("If-Match", "ETag or version id that the change was based on.")
        .Takes(ApiSchemas.ContentItem)
        .Answers(200, "Updated: the item as stored.", ApiSchemas.ContentItem)
        .Answers(201, "Created: the item as stored.", ApiSchemas.ContentItem)
        .NeedsSignIn()
        .Fails(400, "Malformed JSON, or broken rules: errors lists each of them.")
        .Fails(409, Stale + " Or the item is in the bin, or its set already speaks the language.")
        .Fails(412, Stale)
        .Fails(413, "The body is too large.")
        .Fails(415, "The body is not application/json.")
        .Fails(429, "Too many writes; Retry-After says when to go on.");

    public static void Delete(ApiOperation call) => call
        .Says("deleteContent", "Puts a content item into the bin", "It leaves the website at once, and an administrator can restore it.")
        .Path("contentItemId", "Id of the content item.")
        .Header("If-Match", "ETag or version id that the decision was based on.")
        .Answers(204, "Deleted.", null)
        .NeedsSignIn()
        .Fails(404, "No such item.")
        .Fails(409, Stale)
        .Fails(412, Stale)
        .Fails(429, "Too many writes; Retry-After says when to go on.");
}
