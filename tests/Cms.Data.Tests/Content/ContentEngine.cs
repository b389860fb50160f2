using Cms.Content;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Parts;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cms.Data.Tests.Content;

/// <summary>The content engine of one shell on a test's database, registered and started as modules and host do it.</summary>
public sealed class ContentEngine : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private ContentEngine(ServiceProvider services)
    {
        _services = services;
        _scope = services.CreateAsyncScope();
    }

    public ContentManager Manager => _scope.ServiceProvider.GetRequiredService<ContentManager>();

    public ContentStore Store => _services.GetRequiredService<ContentStore>();

    public ContentLists Lists => _services.GetRequiredService<ContentLists>();

    public ContentDefinitions Definitions => _services.GetRequiredService<ContentDefinitions>();

    public IChangeLog Changes => _services.GetRequiredService<IChangeLog>();

    public IDatabase Database => _services.GetRequiredService<IDatabase>();

    /// <param name="more">Registrations of a further module.</param>
    public static async Task<ContentEngine> StartAsync(TestStore store, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new SteppingTime())
            .AddSingleton(new CultureSettings("fr", "en"))
            .AddSingleton(store.Database)
            .AddSingleton<IChangeLog>(store.ChangeLog())
            .AddSingleton(store.Runner())
            .AddSingleton(Website())
            .AddSingleton<MediaFiles>()
            .AddCmsContent()
            .AddContentType<Body>(type => type.With<TitlePart>())
            .AddContentType<Measure>(type => type
                .Path("fr", "actions/{slug}").Path("en", "actions/{slug}").SlugFrom(nameof(Measure.Code)).OrderBy(nameof(Measure.Code)))
            .AddContentType<Notice>(type => type.Path("fr", "avis/{slug}").Path("en", "notices/{slug}"))
            .AddContentType<Gathering>(type => type.Path("fr", "rencontres/{slug}").Path("en", "gatherings/{slug}").NewestFirst(nameof(Gathering.Dates)));
        more?.Invoke(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        await provider.PrepareStoreAsync();
        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }

        return new ContentEngine(provider);
    }

    /// <summary>Settings that name a folder which these tests never write to.</summary>
    private static WebsiteSettings Website() => new()
    {
        DataPath = Path.Combine(Path.GetTempPath(), "cms-content-engine"),
        BaseUrl = new Uri("http://localhost/"),
        AllowedHosts = [],
        TrustedProxies = [],
        TimeZone = TimeZoneInfo.Utc,
        Cultures = new CultureSettings("fr", "en"),
    };

    /// <summary>A measure that is not stored yet.</summary>
    /// <param name="set">Set that it translates; null for one of its own.</param>
    public async Task<ContentItem> MeasureAsync(string culture, string code, string title, string? set = null, string? publisher = null)
    {
        var item = await Manager.NewAsync(nameof(Measure), culture, Actor.System, set);
        return item.Alter<TitlePart>(part => part.Title = title)
            .Alter<Measure>(part => part.Code = code)
            .Alter<PublicationPart>(part => part.Publisher = publisher is null ? part.Publisher : Pick(publisher));
    }

    /// <summary>A notice that is not stored yet.</summary>
    public async Task<ContentItem> NoticeAsync(string title, string culture = "fr", string? set = null)
    {
        var item = await Manager.NewAsync(nameof(Notice), culture, Actor.System, set);
        return item.Alter<TitlePart>(part => part.Title = title);
    }

    /// <summary>A published publisher; gives its set.</summary>
    public async Task<string> PublisherAsync(string title)
    {
        var item = await Manager.NewAsync(nameof(Body), "fr", Actor.System);
        return (await PublishAsync(item.Alter<TitlePart>(part => part.Title = title))).LocalizationSet;
    }

    public async Task<ContentItem> PublishAsync(ContentItem item) => (await Manager.PublishAsync(item, Actor.System)).Item;

    public async Task<ContentItem> SaveAsync(ContentItem item) => (await Manager.SaveDraftAsync(item, Actor.System)).Item;

    public async Task<ContentItem> LatestAsync(ContentItem item) =>
        await Store.FindByIdAsync(item.ContentItemId, ContentVersion.Latest) ?? throw new InvalidOperationException("No such item.");

    public Task<ContentItem?> PublishedAsync(ContentItem item) => Store.FindByIdAsync(item.ContentItemId, ContentVersion.Published);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null) => (await Database.ReadAsync(c => c.QueryAsync<T>(sql, args))).AsList();

    /// <summary>Reads the addresses of all that is published.</summary>
    public async Task AddressesAsync()
    {
        await foreach (var _ in new PublishedAddresses(Database).FromAsync(""))
        {
        }
    }

    public static ContentPickerField Pick(params string[] sets) => new() { LocalizationSets = [.. sets] };

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    /// <summary>Goes on by a second each time it is asked.</summary>
    private sealed class SteppingTime : TimeProvider
    {
        private long _seconds;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref _seconds));
    }
}
