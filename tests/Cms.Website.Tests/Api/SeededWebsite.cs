using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Content.Manager;
using Cms.Core.Hosting;
using Cms.Core.Security;
using Cms.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Cms.Website.Tests.Api;

/// <summary>The website over HTTP, set up from its recipe. Requests name their user, and the address they come from, in headers that only tests have.</summary>
public class SeededWebsite : IAsyncLifetime
{
    public const string UserHeader = "Test-User";
    public const string AddressHeader = "Test-Address";

    /// <summary>Password of the account <c>admin</c>.</summary>
    public const string Password = "a long pass phrase for tests";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cms-");
    private WebApplicationFactory<Program>? _factory;

    public HttpClient Client { get; private set; } = null!;

    public string DataPath => _data.FullName;

    /// <summary>Services of the host.</summary>
    public IServiceProvider Services => Factory.Services;

    /// <summary>Items of some recipes: those of the Agenda 21, the pages and menus of the website, organisations and contacts, taxonomies.</summary>
    public IReadOnlyList<JsonObject> Items { get; } =
        [.. new[] { "agenda21", "website", "publishers", "taxonomies" }.SelectMany(Recipe).Select(item => item!.AsObject())];

    private WebApplicationFactory<Program> Factory => _factory ?? throw new InvalidOperationException("Not started.");

    /// <summary>Settings of the database; SQLite needs none.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Database => [];

    public virtual async Task InitializeAsync()
    {
        await StartAsync();
        await EventuallyAsync("/api/search?culture=fr&q=participation", found => found.GetProperty("total").GetInt32() > 0);
    }

    public async Task DisposeAsync()
    {
        if (_factory is not null)
        {
            await StopAsync();
        }

        _data.Delete(recursive: true);
    }

    public async Task StartAsync()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => Database.Aggregate(builder, (with, setting) => with.UseSetting(setting.Key, setting.Value))
            .UseEnvironment(Environments.Production)
            // A build that was not published would have readers ask for every file again.
            .UseSetting("ReloadStaticAssetsAtRuntime", "false")
            .UseSetting("Urls", "http://127.0.0.1:0")
            .UseSetting("Cms:DataPath", _data.FullName)
            .UseSetting("Cms:BaseUrl", "http://localhost:5080")
            .UseSetting("Cms:SecurityContact", "security@example.org")
            .UseSetting("Cms:Setup:AdminPassword", Password)
            .UseSetting("Cms:Api:WritesPerSecond", "1")
            .UseSetting("Cms:Api:WriteBurst", "3")
            .ConfigureTestServices(host =>
            {
                host.AddSingleton<IStartupFilter>(new TestUsers());
                host.ConfigureShell(shell => shell.Replace(ServiceDescriptor.Singleton<IActorSource, TestActors>()));
            }));
        _factory.UseKestrel();
        _factory.StartServer();
        var address = Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
        await Services.GetRequiredService<ShellHost>().Ready;
    }

    public async Task StopAsync()
    {
        Client.Dispose();
        await Factory.DisposeAsync();
        // The program gives its folder back a moment after its host has stopped.
        for (var attempt = 0; attempt < 300; attempt++)
        {
            using var folder = DataFolderLock.TryAcquire(_data.FullName);
            if (folder is not null)
            {
                return;
            }

            await Task.Delay(100);
        }
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

    private static JsonArray Recipe(string name)
    {
        var recipe = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "recipes", name + ".recipe.json")))!;
        return (JsonArray)recipe["steps"]!.AsArray().Single(step => (string?)step!["name"] == "Content")!["data"]!;
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

                context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers[AddressHeader], out var address) ? address : IPAddress.Loopback;

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
