using System.Text;
using Cms.Content.Parts;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Dapper;

namespace Cms.Data.Tests.Content;

/// <summary>
/// A small website as one SQL script of SQLite: schema and rows. A landing that adds a migration keeps the scripts that are there and adds the next one:
/// <c>dotnet run --project tests/Cms.Data.Tests -- schema tests/Cms.Data.Tests/Fixtures/schema-2.sql</c>. Each is upgraded and read by <see cref="SchemaTests"/>.
/// </summary>
internal static class SchemaFixture
{
    public const string French = "Participation des habitants";
    public const string English = "Residents take part";
    public const string Draft = "Participation de tous";
    public const string OldPath = "avis/ancien-titre";

    public static async Task WriteAsync(string file)
    {
        var store = new SqliteStore();
        await store.InitializeAsync();
        try
        {
            await using (var engine = await ContentEngine.StartAsync(store))
            {
                await FillAsync(engine);
            }

            await File.WriteAllTextAsync(file, await ScriptAsync(store.Database));
        }
        finally
        {
            await store.DisposeAsync();
        }
    }

    /// <summary>Tables with their columns, generated ones too, and indexes: what an upgraded schema must have in common with a new one.</summary>
    public static async Task<List<string>> OutlineAsync(IDatabase database) => (await database.ReadAsync(c => c.QueryAsync<string>(
        """
        SELECT m.type || ' ' || m.name || COALESCE(' ' || x.name, '') FROM sqlite_master m LEFT JOIN pragma_table_xinfo(m.name) x
        WHERE m.name NOT LIKE 'sqlite%' ORDER BY 1
        """))).AsList();

    private static async Task FillAsync(ContentEngine engine)
    {
        var publisher = await engine.PublisherAsync("Pyrénées-Atlantiques");
        var french = await engine.MeasureAsync("fr", "5.2.2", French, publisher: publisher);
        french.Alter<Measure>(part =>
        {
            part.Objective = $"Voir [qui](item:{publisher}).";
            part.Gauges.Rows.Add(new Gauge { Id = "trees", Name = "Arbres", Target = new() { Value = 1.50m } });
        });
        french = await engine.PublishAsync(french);
        var english = await engine.MeasureAsync("en", "5.2.2", English, french.LocalizationSet, publisher);
        await engine.PublishAsync(english.Alter<Measure>(part => part.Gauges.Rows[0].Name = "Trees"));
        await engine.SaveAsync((await engine.LatestAsync(french)).Alter<TitlePart>(part => part.Title = Draft).Alter<Measure>(part => part.Code = "5.2.3"));
        var moved = await engine.PublishAsync(await engine.NoticeAsync("Ancien titre"));
        await engine.PublishAsync((await engine.LatestAsync(moved)).Alter<TitlePart>(part => part.Title = "Nouveau titre"));
        var deleted = await engine.PublishAsync(await engine.NoticeAsync("Supprimé"));
        await engine.Manager.DeleteAsync(deleted.ContentItemId, deleted.Revision, Actor.System);
    }

    private static Task<string> ScriptAsync(IDatabase database) => database.ReadAsync(async connection =>
    {
        var script = new StringBuilder();
        var objects = await connection.QueryAsync<(string Type, string Name, string Sql)>(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type DESC, name");
        foreach (var (type, name, sql) in objects)
        {
            script.Append(sql).Append(";\n");
            if (type == "table")
            {
                var columns = (await connection.QueryAsync<string>("SELECT name FROM pragma_table_xinfo(@name) WHERE hidden = 0 ORDER BY cid", new { name })).AsList();
                var values = string.Join(" || ',' || ", columns.Select(column => $"quote({column})"));
                foreach (var row in await connection.QueryAsync<string>($"SELECT {values} FROM {name} ORDER BY 1"))
                {
                    script.Append(System.Globalization.CultureInfo.InvariantCulture, $"INSERT INTO {name} ({string.Join(',', columns)}) VALUES ({row});\n");
                }
            }
        }

        return script.ToString();
    });
}
