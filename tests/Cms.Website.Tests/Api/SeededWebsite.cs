using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Content.Manager;
using Cms.Core.Hosting;
using Cms.Core.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cms.Website.Tests.Api;

/// <summary>The website over HTTP, with the Agenda 21 of the recipe posted through its API. Requests name their user in a header that only tests have.</summary>
public sealed class SeededWebsite : IAsyncLifetime
{
    public const string UserHeader = "Test-User";

    private static readonly string[] _features =
        ["Cms.Api", "Cms.SearchPages", "Cms.Seo", "Cms.Agenda21", "Cms.Directory", "Cms.Taxonomies", "Cms.Pages"];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cms-");
    private WebApplicationFactory<Program> _factory = null!;

    public HttpClient Client { get; private set; } = null!;

    public string DataPath => _data.FullName;

    /// <summary>The items of the recipe, by their ids.</summary>
    public IReadOnlyList<JsonObject> Items { get; } = [.. Recipe().Select(item => item!.AsObject())];

    public async Task InitializeAsync()
    {
        await StartAsync();
        foreach (var item in Items)
        {
            using var answer = await SendAsync(HttpMethod.Post, "/api/content", "admin", item);
            Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        }
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        _data.Delete(recursive: true);
    }

    public async Task StartAsync()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseSetting("Cms:DataPath", _data.FullName)
            .UseSetting("Cms:BaseUrl", "http://localhost:5080")
            .UseSetting("Cms:SecurityContact", "security@example.org")
            .ConfigureTestServices(host =>
            {
                host.RemoveAll<IFeatureStore>();
                host.AddSingleton<IFeatureStore>(new MemoryFeatureStore(new ShellSettings(_features)));
                host.AddSingleton<IStartupFilter>(new TestUsers());
                host.ConfigureShell(shell => shell.Replace(ServiceDescriptor.Scoped<IActorSource, TestActors>()));
            }));
        _factory.UseKestrel(0);
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await _factory.Services.GetRequiredService<ShellHost>().Ready;
    }

    public async Task StopAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? user = null, JsonNode? body = null, string? ifMatch = null, string? language = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        Add(UserHeader, user);
        Add("If-Match", ifMatch);
        Add("Accept-Language", language);
        return Client.SendAsync(request);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Waits for what follows a change on its own: tries until the condition holds, at most half a minute.</summary>
    public async Task<JsonElement> EventuallyAsync(string path, Func<JsonElement, bool> condition)
    {
        for (var attempt = 0; ; attempt++)
        {
            var json = await JsonAsync(path);
            if (condition(json))
            {
                return json;
            }

            Assert.True(attempt < 300, json.ToString());
            await Task.Delay(100);
        }
    }

    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual(problem.GetProperty("key").GetString(), problem.GetProperty("title").GetString());
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        return problem;
    }

    private static JsonArray Recipe()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Cms.sln")))
        {
            folder = folder.Parent;
        }

        var recipe = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "recipes", "agenda21.recipe.json")))!;
        var step = recipe["steps"]!.AsArray().Single(s => (string?)s!["name"] == "Content")!;
        string[] known = ["Taxonomy", "Organisation", "Contact", "Agenda21Action", "Agenda21Plan", "Page"];
        return [.. step["data"]!.AsArray().Where(item => known.Contains((string?)item!["ContentType"])).Select(item => item!.DeepClone())];
    }

    private sealed class TestUsers : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Request.Headers[UserHeader].ToString() is { Length: > 0 } name)
                {
                    context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "test"));
                }

                return following(context);
            });
            next(app);
        };
    }

    private sealed class TestActors : IActorSource
    {
        public ValueTask<Actor> OfAsync(ClaimsPrincipal user, CancellationToken token = default) => ValueTask.FromResult(user.Identity?.Name switch
        {
            null => new Actor("", "", new HashSet<string>()),
            "admin" => new Actor("1", "admin", new HashSet<string> { Actor.SiteOwner.Name }),
            "writer" => new Actor("2", "writer", new HashSet<string> { ContentPermissions.EditContent.Name }),
            var other => new Actor("3", other, new HashSet<string>()),
        });
    }
}

/// <summary>One website for all tests that only read, or that write things of their own.</summary>
[CollectionDefinition(Name)]
public sealed class SeededWebsiteTests : ICollectionFixture<SeededWebsite>
{
    public const string Name = "seeded website";
}
