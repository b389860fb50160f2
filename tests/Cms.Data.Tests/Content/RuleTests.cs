using Cms.Content;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Parts;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>Rights, rules and handlers on the way of a write.</summary>
public abstract class RuleTests(TestStore store) : ContentTests(store)
{
    [StoreFact]
    public async Task Every_verb_demands_its_right()
    {
        var item = await Engine.PublishAsync(await Engine.NoticeAsync("Droits"));
        var manager = Engine.Manager;
        var verbs = new (string Right, Func<Actor, Task> Run)[]
        {
            ("EditContent", actor => manager.NewAsync(nameof(Notice), "fr", actor)),
            ("EditContent", actor => manager.SaveDraftAsync(item, actor)),
            ("EditContent", actor => manager.RestoreVersionAsync(item.ContentItemId, item.ContentItemVersionId, actor, item.Revision)),
            ("PublishContent", actor => manager.PublishAsync(item, actor)),
            ("PublishContent", actor => manager.UnpublishAsync(item.ContentItemId, item.Revision, actor)),
            ("DeleteContent", actor => manager.DeleteAsync(item.ContentItemId, item.Revision, actor)),
            ("DeleteContent", actor => manager.RestoreAsync(item.ContentItemId, actor)),
            ("PreviewContent", actor => manager.HistoryAsync(item.ContentItemId, actor)),
            ("PreviewContent", actor => manager.LatestAsync(item.ContentItemId, actor)),
        };

        foreach (var (right, run) in verbs)
        {
            var others = new HashSet<string> { "PublishContent", "EditContent", "DeleteContent", "PreviewContent", "ViewContent" };
            others.RemoveWhere(name => name == right || right == "EditContent" && name == "PublishContent" || right == "PreviewContent" && name != "DeleteContent" && name != "ViewContent");
            Assert.Equal(401, (await Assert.ThrowsAsync<AccessDeniedException>(() => run(new Actor("", "", others)))).Status);
            Assert.Equal(403, (await Assert.ThrowsAsync<AccessDeniedException>(() => run(new Actor("u1", "Ève", others)))).Status);
        }

        Assert.Equal(item.Revision, (await Engine.LatestAsync(item)).Revision);
    }

    [StoreFact]
    public async Task Who_may_publish_may_edit_and_who_may_edit_may_preview()
    {
        var publisher = new Actor("u1", "Ève", new HashSet<string> { "PublishContent" });
        var editor = new Actor("u2", "Adam", new HashSet<string> { "EditContent" });
        var item = (await Engine.NoticeAsync("Implicite")).Alter<Notice>(part => part.Text = "…");

        item = (await Engine.Manager.SaveDraftAsync(item, publisher)).Item;

        Assert.NotNull(await Engine.Manager.LatestAsync(item.ContentItemId, editor));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Engine.Manager.PublishAsync(item, editor));
    }

    [StoreFact]
    public async Task A_title_is_always_required_and_other_fields_before_they_are_published()
    {
        var item = await Engine.MeasureAsync("fr", "", " ");
        Assert.Equal([("field.required", "TitlePart.Title")], await FailuresAsync(() => Engine.SaveAsync(item)));

        item.Alter<TitlePart>(part => part.Title = "  Titre ");
        item = await Engine.SaveAsync(item);

        Assert.Equal("Titre", item.DisplayText);
        Assert.Equal([("field.required", "Measure.Code")], await FailuresAsync(() => Engine.PublishAsync(item)));
        item.Alter<TitlePart>(part => part.Title = new string('x', TitlePart.MaxLength + 1));
        Assert.Equal([("field.too-long", "TitlePart.Title")], await FailuresAsync(() => Engine.SaveAsync(item)));
    }

    [StoreFact]
    public async Task Rules_look_into_the_rows_of_lists()
    {
        var item = await Engine.MeasureAsync("fr", "3.1", "Lignes");
        item.Alter<Measure>(part => part.Gauges.Rows.AddRange([new Gauge { Id = "a" }, new Gauge { Id = "a", Name = new string('x', TextField.MaxLength + 1) }]));

        Assert.Equal([("list.duplicate-row", "Measure.Gauges")], await FailuresAsync(() => Engine.SaveAsync(item)));
        item.Alter<Measure>(part => part.Gauges.Rows[0].Id = "b");
        Assert.Equal([("field.too-long", "Measure.Gauges[1].Name")], await FailuresAsync(() => Engine.SaveAsync(item)));
        item.Alter<Measure>(part => part.Gauges.Rows.AddRange(Enumerable.Range(0, 500).Select(_ => new Gauge())));
        Assert.Equal([("list.too-long", "Measure.Gauges")], await FailuresAsync(() => Engine.SaveAsync(item)));
    }

    [StoreFact]
    public async Task Rules_of_a_type_are_asked_before_and_after_handlers()
    {
        await using var engine = await ContentEngine.StartAsync(Tested, Ruled);
        var item = await engine.NoticeAsync("Avant");
        item.Alter<Notice>(part => part.Word = "refused");
        Assert.Equal([("test.word", "Notice.Word")], await FailuresAsync(() => engine.SaveAsync(item)));

        item.Alter<Notice>(part => part.Word = "allowed").Alter<TitlePart>(part => part.Title = "spoil");
        Assert.Equal([("test.word", "Notice.Word")], await FailuresAsync(() => engine.SaveAsync(item)));

        var fine = (await engine.NoticeAsync("complete")).Alter<Notice>(part => part.Word = "allowed");
        fine = await engine.SaveAsync(fine);
        Assert.Equal("by the handler", fine.As<Notice>().Text.Markdown);
        Assert.Equal([("test.rank", "Notice.Rank")], await FailuresAsync(() => engine.PublishAsync(fine)));
    }

    [StoreFact]
    public async Task Rules_of_one_part_are_not_asked_about_others()
    {
        await using var engine = await ContentEngine.StartAsync(Tested, Ruled);

        Assert.NotEmpty(await engine.PublisherAsync("Département"));
    }

    [StoreFact]
    public async Task A_code_is_unique_per_publisher()
    {
        var (north, south) = (await Engine.PublisherAsync(Unique("Nord")), await Engine.PublisherAsync(Unique("Sud")));
        var first = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "5.2.2", "Première", publisher: north));

        await Engine.PublishAsync(await Engine.MeasureAsync("fr", "5.2.2", "Chez l'autre", publisher: south));
        await Engine.PublishAsync(await Engine.MeasureAsync("fr", "5.2.20", "Autre code", publisher: north));
        await Engine.PublishAsync(await Engine.MeasureAsync("en", "5.2.2", "Translated", first.LocalizationSet, north));
        var twin = await Engine.SaveAsync(await Engine.MeasureAsync("fr", "5.2.2", "Double", publisher: north));

        Assert.Equal([("field.not-unique", "Measure.Code")], await FailuresAsync(() => Engine.PublishAsync(twin)));
        await Engine.PublishAsync(await Engine.LatestAsync(first));
    }

    private static void Ruled(IServiceCollection services) => services.AddScoped<ContentRules, NoticeRules>().AddContentHandler<Completing>();

    private sealed class NoticeRules : ContentRules<Notice>
    {
        protected override IEnumerable<Failure> CanSave(Notice part, ContentItem item) =>
            part.Word.Text == "refused" ? [new Failure("test.word", "Notice.Word")] : [];

        protected override IEnumerable<Failure> CanPublish(Notice part, ContentItem item) =>
            part.Rank.IsEmpty ? [new Failure("test.rank", "Notice.Rank")] : [];
    }

    private sealed class Completing : IContentHandler
    {
        public Task SavingAsync(ContentItem item, bool publishing, CancellationToken token)
        {
            if (item.DisplayText == "spoil" || (item.Has<TitlePart>() && item.As<TitlePart>().Title == "spoil"))
            {
                item.Alter<Notice>(part => part.Word = "refused");
            }
            else if (item.Has<Notice>())
            {
                item.Alter<Notice>(part => part.Text = "by the handler");
            }

            return Task.CompletedTask;
        }
    }
}

public sealed class SqliteRuleTests(SqliteStore store) : RuleTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresRuleTests(PostgresStore store) : RuleTests(store), IClassFixture<PostgresStore>;
