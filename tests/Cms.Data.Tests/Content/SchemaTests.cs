using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Store;
using Cms.Core.Security;
using Cms.Data.Sqlite;
using Cms.Data.Tests.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>Databases of every schema that ever landed are upgraded, and their content is read and written.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Scripts =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "schema-*.sql").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_database_of_an_older_program_becomes_one_of_this_program(string script)
    {
        var (old, fresh) = (await OpenAsync(script), new SqliteStore());
        await fresh.InitializeAsync();
        await using (await ContentEngine.StartAsync(old))
        await using (await ContentEngine.StartAsync(fresh))
        {
            Assert.Equal(await SchemaFixture.OutlineAsync(fresh.Database), await SchemaFixture.OutlineAsync(old.Database));
        }

        await old.DisposeAsync();
        await fresh.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Content_of_an_older_program_is_read_and_written(string script)
    {
        var store = await OpenAsync(script);
        await using (var engine = await ContentEngine.StartAsync(store))
        {
            var french = Assert.Single((await engine.Lists.PageAsync(new ContentQuery { Type = nameof(Measure), Culture = "fr", OrderBy = "Measure.Code" })).Items);
            var english = await engine.Store.FindAsync(french.LocalizationSet, "en", ContentVersion.Published);
            var draft = await engine.LatestAsync(french);

            Assert.Equal((SchemaFixture.French, "5.2.2", "actions/5-2-2"), (french.DisplayText, french.As<Measure>().Code.Text, french.Path));
            Assert.Equal((SchemaFixture.English, "Trees", 1.50m), (english!.DisplayText, english.As<Measure>().Gauges.Rows[0].Name.Text, english.As<Measure>().Gauges.Rows[0].Target.Value));
            Assert.Equal((SchemaFixture.Draft, "5.2.3"), (draft.DisplayText, draft.As<Measure>().Code.Text));
            Assert.Equal(2, (await engine.Manager.HistoryAsync(french.ContentItemId, Actor.System)).Count);
            Assert.True((await engine.Store.RouteAsync("fr", SchemaFixture.OldPath))!.IsRedirect);
            var publisher = french.As<Cms.Content.Parts.PublicationPart>().Publisher.LocalizationSets[0];
            Assert.Contains(await engine.Store.UsesAsync(Reference.Set, publisher, true, 10), use => use.Path == "Measure.Objective");

            var position = await engine.Changes.LatestAsync();
            Assert.Equal("5.2.3", (await engine.PublishAsync(draft)).As<Measure>().Code.Text);
            Assert.Single(await engine.Changes.ReadAsync(position, 10));
            var bin = await engine.QueryAsync<string>("SELECT item_id FROM content_item WHERE deleted_utc IS NOT NULL");
            Assert.Equal("Supprimé", (await engine.Manager.RestoreAsync(Assert.Single(bin), Actor.System)).Item.DisplayText);
        }

        await store.DisposeAsync();
    }

    private static async Task<OldStore> OpenAsync(string script)
    {
        var store = new OldStore(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", script)));
        await store.InitializeAsync();
        return store;
    }

    private sealed class OldStore(string script) : TestStore
    {
        private SqliteDatabase? _database;

        public override IDatabase Database => _database ?? throw new InvalidOperationException("Not open.");

        public override IDatabaseCopy Copy => throw new NotSupportedException();

        public override bool WritesOverlap => false;

        public override Task<string> PlanAsync(string sql, object args) => throw new NotSupportedException();

        protected override async Task<bool> OpenAsync()
        {
            _database = SqliteDatabase.Open(Path.Combine(Folder, "cms.db"), Committed, NullLogger<SqliteDatabase>.Instance);
            await _database.WriteAsync(unit => unit.ExecuteAsync(script));
            return true;
        }

        protected override async Task CloseAsync() => await _database!.DisposeAsync();
    }
}
