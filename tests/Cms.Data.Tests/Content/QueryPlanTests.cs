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
    // A website has some dozens of rows in each of them.
    private static readonly string[] _small = ["content_definition", "website_setting", "follower"];

    // What a statement itself has found before: no more than ten thousand rows.
    private static readonly string[] _found = ["p", "found"];

    /// <summary>What is done, by name; each runs on content in two languages that refers to a publisher.</summary>
    public static TheoryData<string> Names => [.. _all.Keys];

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
        ["what points to an item, by type"] = (e, i) => e.Lists.TypesAsync(new ContentQuery { Culture = "fr", PointsTo = i.As<PublicationPart>().Publisher.LocalizationSets[0] }),
        ["what an item points to"] = (e, i) => e.Store.PointedToAsync([i.LocalizationSet]),
        ["facet"] = (e, _) => e.Lists.FacetAsync(new ContentQuery { Type = nameof(Measure), Culture = "fr" }, Reference.Set, "PublicationPart.Publisher"),
        ["change log"] = async (e, _) => await e.Changes.ReadAsync(await e.Changes.LatestAsync(), 20),
        ["save"] = (e, i) => e.SaveAsync(i),
        ["publish"] = (e, i) => e.PublishAsync(i),
        ["unpublish"] = (e, i) => e.Manager.UnpublishAsync(i.ContentItemId, i.Revision, Actor.System),
        ["delete"] = (e, i) => e.Manager.DeleteAsync(i.ContentItemId, i.Revision, Actor.System),
        ["restore a version"] = (e, i) => e.Manager.RestoreVersionAsync(i.ContentItemId, i.ContentItemVersionId, Actor.System),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Seeks(string name)
    {
        await using var traced = new TracedDatabase(store);
        await using var engine = await ContentEngine.StartAsync(store, services => services
            .AddSingleton<IDatabase>(traced)
            .AddSingleton<IChangeLog>(new ChangeLog(traced, store.Committed, TimeProvider.System)));
        var publisher = await engine.PublisherAsync($"Nord {name}");
        var item = await engine.PublishAsync(await engine.MeasureAsync("fr", name, name, publisher: publisher));
        await engine.PublishAsync(await engine.MeasureAsync("en", name, name, item.LocalizationSet, publisher));
        item = await engine.LatestAsync(item);

        var plans = await traced.PlansAsync(() => _all[name](engine, item));

        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.DoesNotContain(plan.Plan, step => IsSlow(plan.Statement, step)));
    }

    private static bool IsSlow(string statement, string step) =>
        step.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)
        || (step.StartsWith("SCAN ", StringComparison.Ordinal) && step != "SCAN CONSTANT ROW" && !_small.Concat(_found).Contains(step.Split(' ')[1]) && !IsFirstRow(statement));

    /// <summary>Without a condition or a sort, the first row of a table is the first one read.</summary>
    private static bool IsFirstRow(string statement) =>
        statement.EndsWith("LIMIT 1", StringComparison.Ordinal) && !statement.Contains("WHERE", StringComparison.Ordinal);
}
