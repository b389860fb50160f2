using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace Cms.Api;

/// <summary>Describes one call of the API for its OpenAPI document; what the framework can not see, such as query strings that are read by hand.</summary>
public sealed class ApiOperation(OpenApiOperation operation, OpenApiDocument document)
{
    public const string Json = "application/json";
    public const string ProblemJson = "application/problem+json";

    public ApiOperation Says(string id, string summary, string description = "")
    {
        operation.OperationId = id;
        operation.Summary = summary;
        operation.Description = description;
        operation.Responses = [];
        return this;
    }

    public ApiOperation Path(string name, string description)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.Name == name) ?? [])
        {
            parameter.Description = description;
        }

        return this;
    }

    public ApiOperation Query(string name, string description, OpenApiSchema schema) => Parameter(name, ParameterLocation.Query, description, schema);

    /// <summary>A whole number within bounds.</summary>
    public ApiOperation QueryNumber(string name, string description, int otherwise, int from, int to) => Query(name, description, new OpenApiSchema
    {
        Type = JsonSchemaType.Integer,
        Minimum = from.ToString(CultureInfo.InvariantCulture),
        Maximum = to.ToString(CultureInfo.InvariantCulture),
        Default = JsonValue.Create(otherwise),
    });

    public ApiOperation QueryText(string name, string description) => Query(name, description, new OpenApiSchema { Type = JsonSchemaType.String });

    public ApiOperation Header(string name, string description) => Parameter(name, ParameterLocation.Header, description, new OpenApiSchema { Type = JsonSchemaType.String });

    /// <summary>Adds a schema to the document, for <see cref="Answers"/>.</summary>
    public ApiOperation Schema(string name, OpenApiSchema schema)
    {
        document.AddComponent(name, schema);
        return this;
    }

    public ApiOperation Takes(string schema)
    {
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(Json, schema) };
        return this;
    }

    /// <param name="schema">Name of a schema of the document; null for an answer without body.</param>
    public ApiOperation Answers(int status, string description, string? schema)
    {
        (operation.Responses ??= [])[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse { Description = description, Content = schema is null ? null : Content(Json, schema) };
        return this;
    }

    /// <summary>Errors, each a problem of RFC 9457.</summary>
    public ApiOperation Fails(int status, string description)
    {
        (operation.Responses ??= [])[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse { Description = description, Content = Content(ProblemJson, ApiSchemas.Problem) };
        return this;
    }

    /// <summary>The call needs a sign-in; without one it answers 401, without the right 403.</summary>
    public ApiOperation NeedsSignIn()
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiSchemas.Token, document)] = [] }];
        return Fails(401, "Nobody is signed in.").Fails(403, "The right is missing.");
    }

    private ApiOperation Parameter(string name, ParameterLocation where, string description, OpenApiSchema schema)
    {
        (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = where, Description = description, Schema = schema });
        return this;
    }

    private Dictionary<string, OpenApiMediaType> Content(string type, string schema) => new() { [type] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(schema, document) } };
}

public static class ApiOperationExtensions
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, Action<ApiOperation> describe) =>
        endpoint.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            describe(new ApiOperation(operation, context.Document!));
            return Task.CompletedTask;
        });
}
