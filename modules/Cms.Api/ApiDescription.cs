using System.Diagnostics.CodeAnalysis;
using Cms.Core.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Cms.Api;

/// <summary>The OpenAPI document of the shell: made when it is first asked for, then kept, since it changes with the features only.</summary>
internal sealed class ApiDescription([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider documents) : IDisposable
{
    public const string Name = "v1";

    private readonly SemaphoreSlim _once = new(1, 1);
    private byte[]? _json;

    public async Task<byte[]> JsonAsync(CancellationToken token)
    {
        if (Volatile.Read(ref _json) is { } known)
        {
            return known;
        }

        await _once.WaitAsync(token);
        try
        {
            return _json ??= await MakeAsync(token);
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose() => _once.Dispose();

    private async Task<byte[]> MakeAsync(CancellationToken token)
    {
        var document = await documents.GetOpenApiDocumentAsync(token);
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1, token);
        return json.ToArray();
    }
}

internal static class ApiDescriptionExtensions
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.AddOpenApi(ApiDescription.Name, options =>
        {
            options.ShouldInclude = call => call.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer<Introduction>();
        });
        return services.AddSingleton<ApiDescription>();
    }

    public static void MapApiDescription(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/openapi.json", async (ApiDescription description, CancellationToken token) => TypedResults.Bytes(await description.JsonAsync(token), "application/json"))
        .ExcludeFromDescription();

    [SuppressMessage("Performance", "CA1812", Justification = "Made by the OpenAPI options.")]
    private sealed class Introduction(WebsiteSettings website) : IOpenApiDocumentTransformer
    {
        public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
        {
            document.Info = new OpenApiInfo
            {
                Title = "Content of this website",
                Version = "1",
                Description = "Content items in Orchard Core's JSON, and search. Errors are application/problem+json, in the language of Accept-Language.",
            };
            document.Servers = [new OpenApiServer { Url = website.BaseUrl.AbsoluteUri.TrimEnd('/') }];
            ApiSchemas.AddTo(document);
            return Task.CompletedTask;
        }
    }
}
