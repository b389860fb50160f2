using System.Text;
using Cms.Content;
using Cms.Content.Recipes;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Data;
using Cms.Web.Settings;
using Cms.Web.Setup;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cms.Website.Tests.Recipes;

/// <summary>The website's host on a temporary folder, with its real modules, without a listener.</summary>
internal sealed class RecipeSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RecipeSite(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    /// <summary>Folder of the recipes that a test writes; the data are in <c>data</c> below it.</summary>
    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    public ShellHost Shells => Services.GetRequiredService<ShellHost>();

    /// <param name="postgres">Connection string of an empty database; null for SQLite.</param>
    public static async Task<RecipeSite> OpenAsync(Action<IServiceCollection>? more = null, string? postgres = null)
    {
        var folder = Directory.CreateTempSubdirectory("cms-recipes-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Web.Website).Assembly.GetName().Name,
            ContentRootPath = folder,
            Args =
            [
                "--Cms:DataPath=data",
                "--Urls=http://127.0.0.1:5097",
                .. postgres is null ? Array.Empty<string>() : [$"--{DatabaseSettings.ProviderKey}={DatabaseSettings.PostgreSql}", $"--{DatabaseSettings.ConnectionStringKey}={postgres}"],
            ],
        });
        builder.Logging.ClearProviders();
        var settings = builder.AddWebsiteSettings();
        builder.AddKeys(settings);
        builder.Services
            .AddCmsData(builder.DatabaseSettings(settings, readOnly: false))
            .AddContentHost()
            .AddShells(typeof(Web.Website).Assembly, shells => shells.UseEngine(settings))
            .ShareWithShells<WebsiteSettings>()
            .ShareWithShells<CultureSettings>()
            .AddSetup();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        await app.Services.PrepareStoreAsync();
        return new RecipeSite(app, folder);
    }

    public Task<RecipeReport> RunAsync(string json, bool dryRun = false) =>
        RunAsync(new RecipeSource("test.recipe.json", Encoding.UTF8.GetBytes(json), Folder), dryRun);

    public Task<RecipeReport> RunAsync(RecipeSource source, bool dryRun = false) =>
        Services.GetRequiredService<RecipeRunner>().RunAsync(new RecipeRequest(source, Actor.System, dryRun));

    public Task<T> ReadAsync<T>(string sql) => Services.GetRequiredService<IDatabase>().ReadAsync(c => c.ExecuteScalarAsync<T>(sql))!;

    public Task WriteAsync(string sql) => Services.GetRequiredService<IDatabase>().WriteAsync(unit => unit.ExecuteAsync(sql));

    public Task<IReadOnlyList<string>> ColumnsAsync(string table)
    {
        var database = Services.GetRequiredService<IDatabase>();
        return database.ReadAsync<IReadOnlyList<string>>(async c => [.. await c.QueryAsync<string>(database.Dialect.ColumnNames, new { table })]);
    }

    /// <summary>Every row of every table, and the columns: equal texts are equal databases.</summary>
    public async Task<string> DumpAsync()
    {
        var database = Services.GetRequiredService<IDatabase>();
        var names = database.Dialect.Name == DatabaseSettings.Sqlite
            ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            : "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' ORDER BY relname";
        var dump = new StringBuilder();
        foreach (var name in await database.ReadAsync(c => c.QueryAsync<string>(names)))
        {
            dump.Append(name).Append(": ").AppendJoin(", ", await ColumnsAsync(name)).AppendLine();
            dump.AppendJoin('\n', (await database.ReadAsync(c => c.QueryAsync($"SELECT * FROM {name}"))).Select(Line).Order(StringComparer.Ordinal)).AppendLine();
        }

        return dump.ToString();

        static string Line(dynamic row) =>
            string.Join('|', ((IDictionary<string, object?>)row).Select(v => v.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : v.Value?.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>Recipes as texts.</summary>
internal static class RecipeText
{
    public const string Features = """{ "name": "Feature", "enable": ["Cms.Taxonomies", "Cms.Agenda21", "Cms.Directory", "Cms.Pages"] }""";

    public static string Of(params string[] steps) => $$"""{ "name": "test", "steps": [{{string.Join(",\n", steps)}}] }""";

    public static string Items(params string[] items) => $$"""{ "name": "Content", "data": [{{string.Join(",\n", items)}}] }""";

    public static string Page(string id, string set, string culture, string title, string body = "Text.") =>
        $$"""
        { "ContentItemId": "{{id}}", "ContentType": "Page", "TitlePart": { "Title": "{{title}}" }, "Page": { "Body": { "Markdown": "{{body}}" } },
          "LocalizationPart": { "LocalizationSet": "{{set}}", "Culture": "{{culture}}" } }
        """;

    public static string Action(string id, string set, string culture, string title, string code, string more = "") =>
        $$"""
        { "ContentItemId": "{{id}}", "ContentType": "Agenda21Action", "TitlePart": { "Title": "{{title}}" },
          "Agenda21Action": { "Code": { "Text": "{{code}}" }{{more}} },
          "LocalizationPart": { "LocalizationSet": "{{set}}", "Culture": "{{culture}}" } }
        """;

    public static string[] ErrorKeys(this RecipeReport report) => [.. report.Problems.Where(p => p.IsError).Select(p => p.Failure.Key)];
}
