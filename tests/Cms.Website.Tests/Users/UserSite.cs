using System.Net;
using System.Text.RegularExpressions;
using Cms.Core.Hosting;
using Cms.Data;
using Cms.Users;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cms.Website.Tests.Users;

/// <summary>A clock that a test moves.</summary>
public sealed class MovableTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;
}

/// <summary>The website with the administration on, on a temporary folder, with a clock of its own.</summary>
public class UserSite : IAsyncLifetime
{
    public const string Password = "trois pommes et un escargot bleu";
    private readonly HashSet<string> _read = [];
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cms-");
    private WebApplicationFactory<Program>? _factory;

    /// <summary>Folder that the website keeps its data in.</summary>
    public string DataPath => _data.FullName;

    public MovableTime Time { get; } = new();

    /// <summary>Recipe that the website is set up from.</summary>
    protected virtual string Recipe => "blank";

    /// <summary>Address that the browsers see.</summary>
    protected virtual string Address => "http://localhost";

    /// <summary>Where the main store is; a file of SQLite unless said otherwise.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Database => [];

    /// <summary>Features that are on from the start.</summary>
    protected virtual IReadOnlyList<string> Features => ["Cms.ContentAdmin"];

    /// <summary>Theme of the public pages; none unless said otherwise.</summary>
    protected virtual string? Theme => null;

    protected virtual IEnumerable<(string Key, string Value)> Settings => [("Cms:Users:FailuresPerNetwork", "1000"), ("Cms:Users:ResetsPerNetwork", "1000")];

    public virtual async Task InitializeAsync()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Cms:DataPath", _data.FullName);
            builder.UseSetting("Cms:Setup:Recipe", Recipe);
            foreach (var (key, value) in Settings.Concat(Database))
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services => services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(Time))
                .Replace(ServiceDescriptor.Singleton<IFeatureStore>(new MemoryFeatureStore(new ShellSettings(Features, Theme, "Cms.Theme.Admin")))));
        });
        using var client = _factory.CreateClient();
        await _factory.Services.GetRequiredService<ShellHost>().Ready.WaitAsync(TimeSpan.FromMinutes(2));
    }

    public virtual async Task DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    /// <summary>A browser with cookies of its own that shows redirects instead of following them.</summary>
    public Browser Open() => new(_factory!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(Address) }));

    /// <summary>A browser of somebody who signed in.</summary>
    public async Task<Browser> OpenAsAsync(string name, string password = Password)
    {
        var browser = Open();
        using var response = await browser.SignInAsync(name, password);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return browser;
    }

    public Task AddAsync(string name, string role, bool mustChange = false, string? email = null) => RunAsync<Accounts>(accounts => accounts.AddAsync(name, email, Password, [role], mustChange));

    /// <summary>The stored account.</summary>
    public async Task<Account> AccountAsync(string name)
    {
        Account? found = null;
        await RunAsync<UserStore>(async store => found = await store.FindByNameAsync(name.ToUpperInvariant(), default));
        return found!;
    }

    /// <summary>The address of the account's page in the administration.</summary>
    public async Task<string> PageOfAsync(string name) => "/admin/users/" + (await AccountAsync(name)).Id;

    public async Task<long> CountAsync(string sql)
    {
        var number = 0L;
        await RunAsync<IDatabase>(async database => number = await database.WriteAsync(unit => unit.SingleAsync<long>(sql)));
        return number;
    }

    /// <summary>Waits for a letter to somebody that no earlier call gave, and returns its file.</summary>
    public async Task<string> LetterAsync(string to)
    {
        for (var i = 0; i < 300; i++)
        {
            foreach (var file in Directory.Exists(Mail) ? Directory.GetFiles(Mail, "*.eml").Order(StringComparer.Ordinal).ToArray() : [])
            {
                var text = await File.ReadAllTextAsync(file);
                if (text.Contains($"To: {to}\r\n", StringComparison.Ordinal) && _read.Add(file))
                {
                    return text;
                }
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"No letter to {to} came.");
    }

    /// <summary>Waits for a letter and returns its link, as an address of the website.</summary>
    public async Task<string> LinkAsync(string to)
    {
        var link = new Uri(Regex.Match(await LetterAsync(to), @"http\S+").Value);
        Assert.Equal("http://localhost:5080", link.GetLeftPart(UriPartial.Authority));
        return link.PathAndQuery;
    }

    private string Mail => Path.Combine(DataPath, "mail");

    /// <summary>Uses a service of the current shell.</summary>
    public async Task RunAsync<T>(Func<T, Task> use)
        where T : notnull
    {
        await using var lease = _factory!.Services.GetRequiredService<ShellHost>().TryLease()!;
        await use(lease.Services.GetRequiredService<T>());
    }
}

/// <summary>What a person with a browser does.</summary>
public sealed partial class Browser(HttpClient client) : IDisposable
{
    public HttpClient Client { get; } = client;

    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(address);

    public async Task<int> StatusAsync(string address)
    {
        using var response = await GetAsync(address);
        return (int)response.StatusCode;
    }

    public async Task<string> TextAsync(string address)
    {
        using var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Opens the page a form stands on and sends the form with its anti-forgery token.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await Client.GetStringAsync(page)).Groups[1].Value;
        Assert.NotEmpty(token);
        return await PostAsync(action, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        Client.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string? returnUrl = null) =>
        SendAsync("/login", "/login", ("Name", name), ("Password", password), ("ReturnUrl", returnUrl ?? ""));

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
