using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cms.Api;

/// <summary>Content items in Orchard Core's JSON: <c>/api/content</c>.</summary>
internal static class ContentEndpoints
{
    private const int MostPerPage = 100;
    private const int PerPage = 20;

    public static void MapContent(this IEndpointRouteBuilder endpoints)
    {
        var content = endpoints.MapGroup("/api/content").WithTags("Content");
        content.MapGet("/{contentItemId}", OneAsync).Describe(ContentDescription.One);
        content.MapGet("", PageAsync).Describe(ContentDescription.Page);
        content.MapPost("", PostAsync).RequireRateLimiting(ApiRates.Write).Describe(ContentDescription.Post);
        content.MapDelete("/{contentItemId}", DeleteAsync).RequireRateLimiting(ApiRates.Write).Describe(ContentDescription.Delete);
    }

    private static async Task<IResult> OneAsync(string contentItemId, ContentManager manager, CancellationToken token) =>
        new ContentItemResult(await manager.PublishedAsync(contentItemId, token) ?? throw new CmsException("content.not-found", 404, contentItemId));

    private static async Task<IResult> PageAsync(HttpRequest request, ContentLists lists, ContentDefinitions definitions, CultureSettings cultures, CancellationToken token)
    {
        var query = new ContentQuery
        {
            Type = request.Query.Text("type"),
            Culture = request.Query.Text("culture"),
            Page = request.Query.Number("page", 1, 1, ContentQuery.MaxPage),
            PageSize = request.Query.Number("pageSize", PerPage, 1, MostPerPage),
            OldestFirst = true,
        };
        if (query.Type is not null && !definitions.TryType(query.Type, out _))
        {
            throw new CmsException("content.unknown-type", 400, query.Type);
        }

        if (query.Culture is not null && !cultures.Supports(query.Culture))
        {
            throw new CmsException("content.unknown-culture", 400, query.Culture);
        }

        return new ContentPageResult(await lists.PageAsync(query, token));
    }

    private static async Task<IResult> PostAsync(HttpRequest request, IActorSource actors, ContentWriting writing, CancellationToken token)
    {
        var actor = await SignedInAsync(request, actors, token);
        var asDraft = request.Query.Flag("draft");
        actor.DemandSomewhere(asDraft ? ContentPermissions.Edit : ContentPermissions.Publish);
        var incoming = await IncomingBody.ReadAsync(request, token);
        var (item, isNew) = await writing.WriteAsync(incoming, Precondition.Of(request), asDraft, actor, token);
        return new ContentItemResult(item, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> DeleteAsync(string contentItemId, HttpRequest request, IActorSource actors, ContentWriting writing, CancellationToken token)
    {
        var actor = await SignedInAsync(request, actors, token);
        await writing.DeleteAsync(contentItemId, Precondition.Of(request), actor, token);
        return TypedResults.NoContent();
    }

    /// <summary>Before anything of the body is read.</summary>
    private static async Task<Actor> SignedInAsync(HttpRequest request, IActorSource actors, CancellationToken token) =>
        await actors.OfAsync(request.HttpContext.User, token) is { IsSignedIn: true } actor ? actor : throw new CmsException("api.sign-in", 401);
}
