using System.Text;
using Cms.Data.Tests.Stores;
using Dapper;
using Xunit;

namespace Cms.Data.Tests;

public abstract class GeneratedColumnTests(TestStore store)
{
    private readonly IDatabase _database = store.Database;

    private ISqlDialect Dialect => _database.Dialect;

    [StoreFact]
    public async Task Reads_the_document_of_rows_old_and_new()
    {
        await CreateAsync("described", "code", JsonKind.Text, "Part", "Code");
        await InsertAsync("described", """{"Part":{"Code":"5.2.2"}}""");
        await InsertAsync("described", """{"Part":{}}""");

        Assert.Equal(["before", "5.2.2", ""], await _database.ReadAsync(connection => connection.QueryAsync<string?>("SELECT code FROM described ORDER BY id")));
    }

    [StoreFact]
    public async Task Numbers_are_sorted_as_numbers()
    {
        await CreateAsync("measured", "amount", JsonKind.Number, "Part", "Amount");
        await InsertAsync("measured", """{"Part":{"Amount":10}}""");
        await InsertAsync("measured", """{"Part":{"Amount":9.5}}""");
        await InsertAsync("measured", """{"Part":{"Amount":"many"}}""");

        Assert.Equal([0, 0, 9.5, 10], await _database.ReadAsync(connection => connection.QueryAsync<double>("SELECT amount FROM measured ORDER BY amount")));
    }

    [StoreFact]
    public async Task Is_among_the_columns_of_its_table()
    {
        await CreateAsync("listed", "code", JsonKind.Text, "Part", "Code");

        Assert.Equal(
            ["id", "document", "code"],
            await _database.ReadAsync(connection => connection.QueryAsync<string>(Dialect.ColumnNames, new { table = "listed" })));
        Assert.Empty(await _database.ReadAsync(connection => connection.QueryAsync<string>(Dialect.ColumnNames, new { table = "unknown" })));
    }

    [StoreFact]
    public async Task A_page_of_a_list_seeks_in_the_index_and_sorts_nothing()
    {
        await CreateAsync("paged", "code", JsonKind.Text, "Part", "Code");
        await store.CreateTableAsync($"ALTER TABLE paged ADD COLUMN set_id {Dialect.Text}");
        await store.CreateTableAsync("CREATE INDEX paged_code ON paged (code, set_id)");
        await _database.WriteAsync(async unit =>
        {
            for (var number = 0; number < 3000; number++)
            {
                await unit.ExecuteAsync(
                    $"INSERT INTO paged (document, set_id) VALUES ({Dialect.JsonIn("@document")}, @set)",
                    new { document = Encoding.UTF8.GetBytes($$$"""{"Part":{"Code":"{{{number:D5}}}"}}"""), set = $"set{number}" });
            }
        });
        await _database.WriteAsync(unit => unit.ExecuteAsync("ANALYZE;"));
        const string Page = "SELECT set_id FROM paged WHERE (code, set_id) > (@code, @set) ORDER BY code, set_id LIMIT 20";

        var plan = await store.PlanAsync(Page, new { code = "01000", set = "" });

        Assert.Contains("paged_code", plan, StringComparison.Ordinal);
        Assert.Matches(@"\(code,set_id\)>|ROW\(code, set_id\) >", plan);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    private async Task CreateAsync(string table, string column, JsonKind kind, params string[] path)
    {
        await store.CreateTableAsync($"CREATE TABLE {table} (id {Dialect.Identity}, document {Dialect.Json})");
        await InsertAsync(table, """{"Part":{"Code":"before"}}""");
        await _database.WriteAsync(async unit =>
        {
            foreach (var statement in Dialect.AddGeneratedColumn(table, column, "document", path, kind))
            {
                await unit.ExecuteAsync(statement);
            }
        });
    }

    private Task<int> InsertAsync(string table, string document) =>
        _database.WriteAsync(unit => unit.ExecuteAsync(Insert(table), new { document = Encoding.UTF8.GetBytes(document) }));

    private string Insert(string table) => $"INSERT INTO {table} (document) VALUES ({Dialect.JsonIn("@document")})";
}

public sealed class SqliteGeneratedColumnTests(SqliteStore store) : GeneratedColumnTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresGeneratedColumnTests(PostgresStore store) : GeneratedColumnTests(store), IClassFixture<PostgresStore>;
