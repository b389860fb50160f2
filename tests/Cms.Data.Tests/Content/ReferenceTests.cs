using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>What points to what, field by field.</summary>
public abstract class ReferenceTests(TestStore store) : ContentTests(store)
{
    [StoreFact]
    public async Task Each_field_that_points_somewhere_is_found_from_there()
    {
        var (target, picture, term) = (IdGenerator.NewId(), $"media/{IdGenerator.NewId()}.jpg", IdGenerator.NewId());
        var item = (await Engine.MeasureAsync("fr", Code(), "Liens"))
            .Alter<Measure>(part =>
            {
                part.Linked = ContentEngine.Pick(target);
                part.Objective = $"Voir [là](item:{target}) et ![photo](media:{picture}) puis [là](item:{target}).";
            })
            .Alter<PublicationPart>(part =>
            {
                part.Picture = new MediaField { Paths = [picture] };
                part.Themes = new TaxonomyField { TermContentItemIds = [term] };
            });

        item = await Engine.PublishAsync(item);

        Assert.Equal([("", "Measure.Linked"), ("fr", "Measure.Objective")], await UsesAsync(Reference.Set, target, true));
        Assert.Equal([("fr", "Measure.Objective"), ("", "PublicationPart.Picture")], await UsesAsync(Reference.Media, picture, true));
        Assert.Equal([("", "PublicationPart.Themes")], await UsesAsync(Reference.Term, term, true));
        Assert.Empty(await UsesAsync(Reference.Set, target, false));
        Assert.Equal(item.LocalizationSet, (await Engine.Store.UsesAsync(Reference.Set, target, true, 10))[0].SetId);
        Assert.Single(await Engine.Store.UsesAsync(Reference.Set, target, true, 1));
    }

    [StoreFact]
    public async Task A_draft_points_elsewhere_without_changing_what_the_published_version_points_to()
    {
        var (before, after, shared) = (IdGenerator.NewId(), IdGenerator.NewId(), IdGenerator.NewId());
        var item = await Engine.PublishAsync((await Engine.MeasureAsync("fr", Code(), "Liens")).Alter<Measure>(part => part.Objective = $"[x](item:{before})"));

        await Engine.SaveAsync((await Engine.LatestAsync(item)).Alter<Measure>(part =>
        {
            part.Objective = $"[x](item:{after})";
            part.Linked = ContentEngine.Pick(shared);
        }));

        Assert.Equal([("fr", "Measure.Objective")], await UsesAsync(Reference.Set, before, true));
        Assert.Equal([("fr", "Measure.Objective")], await UsesAsync(Reference.Set, after, false));
        Assert.Equal([("", "Measure.Linked")], await UsesAsync(Reference.Set, shared, false));
        Assert.Empty(await UsesAsync(Reference.Set, after, true));
        Assert.Empty(await UsesAsync(Reference.Set, shared, true));

        await Engine.PublishAsync(await Engine.LatestAsync(item));

        Assert.Empty(await UsesAsync(Reference.Set, before, true));
        Assert.Equal([("fr", "Measure.Objective")], await UsesAsync(Reference.Set, after, true));
        Assert.Equal([("", "Measure.Linked")], await UsesAsync(Reference.Set, shared, true));
        Assert.Empty(await UsesAsync(Reference.Set, shared, false));
    }

    [StoreFact]
    public async Task What_is_unpublished_or_deleted_does_not_point_anywhere_on_the_website()
    {
        var (own, shared) = (IdGenerator.NewId(), IdGenerator.NewId());
        var item = (await Engine.MeasureAsync("fr", Code(), "Liens")).Alter<Measure>(part =>
        {
            part.Objective = $"[x](item:{own})";
            part.Linked = ContentEngine.Pick(shared);
        });
        item = await Engine.PublishAsync(item);

        await Engine.Manager.UnpublishAsync(item.ContentItemId, item.Revision, Actor.System);

        Assert.Empty(await UsesAsync(Reference.Set, own, true));
        Assert.Empty(await UsesAsync(Reference.Set, shared, true));
        Assert.Equal([("fr", "Measure.Objective")], await UsesAsync(Reference.Set, own, false));
        Assert.Equal([("", "Measure.Linked")], await UsesAsync(Reference.Set, shared, false));

        await Engine.Manager.DeleteAsync(item.ContentItemId, item.Revision + 1, Actor.System);

        Assert.Empty(await UsesAsync(Reference.Set, own, false));
    }

    [StoreFact]
    public async Task An_empty_id_in_a_picker_points_nowhere()
    {
        var item = (await Engine.MeasureAsync("fr", Code(), "Vide")).Alter<Measure>(part => part.Linked = ContentEngine.Pick("", null!));

        item = await Engine.SaveAsync(item);

        Assert.Empty(await Engine.QueryAsync<string>("SELECT path FROM content_reference WHERE set_id = @set", new { set = item.LocalizationSet }));
    }

    private static string Code() => IdGenerator.NewId();

    private async Task<IEnumerable<(string Culture, string Path)>> UsesAsync(string kind, string target, bool published) =>
        (await Engine.Store.UsesAsync(kind, target, published, 10)).Select(use => (use.Culture, use.Path));
}

public sealed class SqliteReferenceTests(SqliteStore store) : ReferenceTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresReferenceTests(PostgresStore store) : ReferenceTests(store), IClassFixture<PostgresStore>;
