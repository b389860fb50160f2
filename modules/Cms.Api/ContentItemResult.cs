using System.Text.Json;
using Cms.Content.Items;
using Cms.Content.Store;
using Microsoft.AspNetCore.Http;

namespace Cms.Api;

/// <summary>One content item, with the tag that <c>If-Match</c> takes.</summary>
internal sealed class ContentItemResult(ContentItem item, int status = StatusCodes.Status200OK) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.ETag = $"\"{Precondition.Tag(item)}\"";
        if (status == StatusCodes.Status201Created)
        {
            response.Headers.Location = $"/api/content/{item.ContentItemId}";
        }

        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        ContentItemJson.Write(json, item);
        await json.FlushAsync(httpContext.RequestAborted);
    }
}

/// <summary>A page of content items.</summary>
internal sealed class ContentPageResult(ContentPage page) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteNumber("page", page.Page);
        json.WriteNumber("pageSize", page.PageSize);
        json.WriteNumber("total", page.Total);
        json.WriteBoolean("totalIsLowerBound", page.TotalIsLowerBound);
        json.WriteStartArray("items");
        foreach (var item in page.Items)
        {
            ContentItemJson.Write(json, item);
            await json.FlushAsync(httpContext.RequestAborted);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(httpContext.RequestAborted);
    }
}
