using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>What the engine asks of SQLite, statement by statement: a seek on a key, no walk over a table that grows, and nothing sorted that can be long.</summary>
public sealed class QueryPlanTests(SqliteStore store) : IClassFixture<SqliteStore>
{
    // A website has some dozens of rows in each of them; a facet's tree is as long as its taxonomy; "p" and "found" are
    // what a statement itself has found, no more than ten thousand rows.
    private static readonly string[] _small = ["content_definition", "website_setting", "follower", "tree", "t", "p", "found"];

    /// <summary>What is done, by name; each runs on content in two languages that refers to a publisher.</summary>
    public static TheoryData<string> Names => [.. _all.Keys];

    private static readonly ContentQuery _measures = new() { Type = nameof(Measure), Culture = "fr" };

    private static readonly Dictionary<string, Func<ContentEngine, ContentItem, Task>> _all = new()
    {
        ["find"] = (e, i) => e.Store.FindAsync(i.LocalizationSet, "fr", ContentVersion.Published),
        ["find the newest"] = (e, i) => e.Store.FindByIdAsync(i.ContentItemId, ContentVersion.Latest),
        ["languages"] = (e, i) => e.Store.LanguagesAsync(i.LocalizationSet, ContentVersion.Published),
        ["preferred"] = (e, i) => e.Store.PreferredAsync([i.LocalizationSet, "x"], ["fr"], ContentVersion.Published),
        ["published at"] = (e, i) => e.Store.PublishedAtAsync("fr", i.Path!),
        ["route"] = (e, i) => e.Store.RouteAsync("fr", i.Path!),
        ["shared"] = (e, i) => e.Store.SharedAsync(i.LocalizationSet),
        ["uses"] = (e, i) => e.Store.UsesAsync(Reference.Set, i.As<PublicationPart>().Publisher.LocalizationSets[0], true, 20),
        ["versions"] = (e, i) => e.Store.VersionsAsync(i.ContentItemId, 20),
        ["version"] = (e, i) => e.Store.VersionAsync(i.ContentItemId, i.ContentItemVersionId),
        ["state"] = (e, i) => e.Store.StateAsync(i.ContentItemId),
        ["state of a language"] = (e, i) => e.Store.StateAsync(i.LocalizationSet, "fr"),
        ["addresses"] = (e, _) => e.AddressesAsync(),
        ["list by creation"] = (e, _) => e.Lists.PageAsync(new ContentQuery { Type = nameof(Measure), Culture = "fr" }),
        ["list by code"] = (e, _) => e.Lists.PageAsync(new ContentQuery { Type = nameof(Measure), Culture = "fr", OrderBy = "Measure.Code" }),
        ["list by number"] = (e, _) => e.Lists.PageAsync(new ContentQuery { Type = nameof(Notice), Culture = "fr", OrderBy = "Notice.Rank" }),
        ["list of a publisher"] = (e, i) => e.Lists.PageAsync(new ContentQuery { Type = nameof(Measure), Culture = "fr", Publisher = i.As<PublicationPart>().Publisher.LocalizationSets[0] }),
        ["list of everything"] = (e, _) => e.Lists.PageAsync(new ContentQuery()),
        ["what an item points to"] = (e, i) => e.Store.PointedToAsync([i.LocalizationSet]),
        ["facet"] = (e, _) => e.Lists.FacetAsync(_measures, Reference.Set, "PublicationPart.Publisher"),
        ["facet of a tree"] = (e, i) => e.Lists.TreeFacetAsync(_measures, "PublicationPart.Themes", [("a", "a"), ("a", "b"), ("b", "b")]),
        ["facet of dates"] = (e, _) => e.Lists.SpansAsync(new ContentQuery { Type = nameof(Gathering), Culture = "fr" }, "Gathering.Dates"),
        ["facet of types"] = (e, i) => e.Lists.TypesAsync(new ContentQuery { Culture = "fr", PointsTo = i.As<PublicationPart>().Publisher.LocalizationSets[0] }),
        ["list of a period and a term"] = (e, _) => e.Lists.PageAsync(new ContentQuery
        {
            Type = nameof(Gathering),
            Culture = "fr",
            OrderBy = "Gathering.Dates",
            Filters = [new PeriodFilter("Gathering.Dates", new(2026, 1, 1), new(2026, 1, 31)), new ReferenceFilter(Reference.Term, "Gathering.Places", ["a", "b"])],
        }),
        ["change log"] = async (e, _) => await e.Changes.ReadAsync(await e.Changes.LatestAsync(), 20),
        ["save"] = (e, i) => e.SaveAsync(i),
        ["publish"] = (e, i) => e.PublishAsync(i),
        ["unpublish"] = (e, i) => e.Manager.UnpublishAsync(i.ContentItemId, i.Revision, Actor.System),
        ["delete"] = (e, i) => e.Manager.DeleteAsync(i.ContentItemId, i.Revision, Actor.System),
        ["restore a version"] = (e, i) => e.Manager.RestoreVersionAsync(i.ContentItemId, i.ContentItemVersionId, Actor.System, i.Revision),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Seeks(string name)
    {
        await using var traced = new TracedDatabase(Path.Combine(store.Folder, "cms.db"));
        await using var engine = await ContentEngine.StartAsync(store, services => services
            .AddSingleton<IDatabase>(traced)
            .AddSingleton<IChangeLog>(new ChangeLog(traced, store.Committed, TimeProvider.System)));
        var publisher = await engine.PublisherAsync($"Nord {name}");
        var item = await engine.PublishAsync(await engine.MeasureAsync("fr", name, name, publisher: publisher));
        await engine.PublishAsync(await engine.MeasureAsync("en", name, name, item.LocalizationSet, publisher));
        item = await engine.LatestAsync(item);

        var plans = await traced.PlansAsync(() => _all[name](engine, item));

        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.Empty(TracedDatabase.Slow(plan.Statement, plan.Plan, _small)));
    }
}
