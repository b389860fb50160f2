using System.Text;
using Cms.Data.Tests.Stores;
using Dapper;
using Xunit;

namespace Cms.Data.Tests;

public abstract class JsonTests(TestStore store)
{
    private const string Sample =
        """{ "a":{"text":"Pau – l’été","b\u00e9":1},  "number":1.50, "yes":true, "none":null, "list":["x", 2], "double":1, "double":2 }""";

    private readonly IDatabase _database = store.Database;

    private ISqlDialect Dialect => _database.Dialect;

    [StoreFact]
    public async Task A_document_comes_back_byte_for_byte()
    {
        await store.CreateTableAsync($"CREATE TABLE kept (document {Dialect.Json})");
        var document = Encoding.UTF8.GetBytes(Sample);

        await _database.WriteAsync(unit => unit.ExecuteAsync($"INSERT INTO kept VALUES ({Dialect.JsonIn("@document")})", new { document }));

        Assert.Equal(document, await _database.ReadAsync(connection => connection.QueryFirstAsync<byte[]>($"SELECT {Dialect.JsonOut("k.document")} FROM kept k")));
    }

    [StoreFact]
    public async Task A_missing_document_stays_missing()
    {
        await store.CreateTableAsync($"CREATE TABLE missing (document {Dialect.Json})");

        await _database.WriteAsync(unit => unit.ExecuteAsync($"INSERT INTO missing VALUES ({Dialect.JsonIn("@document")})", new { document = (byte[]?)null }));

        Assert.Null(await _database.ReadAsync(connection => connection.QueryFirstAsync<byte[]?>($"SELECT {Dialect.JsonOut("document")} FROM missing")));
    }

    [StoreFact]
    public async Task Scalars_are_read_as_they_were_written()
    {
        Assert.Equal("Pau – l’été", await ValueAsync<string>(JsonKind.Text, "a", "text"));
        Assert.Equal("1.50", await ValueAsync<string>(JsonKind.Text, "number"));
        Assert.Equal("true", await ValueAsync<string>(JsonKind.Text, "yes"));
        Assert.Equal("x", await ValueAsync<string>(JsonKind.Text, "list", "0"));
        Assert.Equal(1.5, await ValueAsync<double?>(JsonKind.Number, "number"));
        Assert.Equal(1, await ValueAsync<double?>(JsonKind.Number, "a", "bé"));
    }

    [StoreFact]
    public async Task What_is_no_scalar_of_the_kind_is_null()
    {
        Assert.Null(await ValueAsync<string>(JsonKind.Text, "absent", "deeper"));
        Assert.Null(await ValueAsync<string>(JsonKind.Text, "none"));
        Assert.Null(await ValueAsync<string>(JsonKind.Text, "a"));
        Assert.Null(await ValueAsync<string>(JsonKind.Text, "list"));
        Assert.Null(await ValueAsync<double?>(JsonKind.Number, "a", "text"));
        Assert.Null(await ValueAsync<double?>(JsonKind.Number, "yes"));
    }

    [StoreFact]
    public void Names_that_would_leave_the_statement_are_refused()
    {
        foreach (var name in new[] { "a'b", "a\"b", "a\\b", "a,b", "a}b", "", "a\0b" })
        {
            Assert.Throws<ArgumentException>(() => Dialect.JsonValue("document", [name], JsonKind.Text));
        }

        foreach (var name in new[] { "a b", "a;b", "A", "", "1a", new string('a', 64) })
        {
            Assert.Throws<ArgumentException>(() => Dialect.JsonValue(name, ["a"], JsonKind.Text));
            Assert.Throws<ArgumentException>(() => Dialect.AddGeneratedColumn("t", name, "document", ["a"], JsonKind.Text).ToList());
            Assert.Throws<ArgumentException>(() => Dialect.AddGeneratedColumn(name, "c", "document", ["a"], JsonKind.Text).ToList());
        }
    }

    [StoreFact]
    public async Task Text_is_sorted_byte_by_byte()
    {
        await store.CreateTableAsync($"CREATE TABLE sorted (name {Dialect.Text})");
        await _database.WriteAsync(unit => unit.ExecuteAsync("INSERT INTO sorted VALUES ('é'), ('a'), ('B'), ('z'), ('_')"));

        Assert.Equal(["B", "_", "a", "z", "é"], await _database.ReadAsync(connection => connection.QueryAsync<string>("SELECT name FROM sorted ORDER BY name")));
    }

    private Task<T?> ValueAsync<T>(JsonKind kind, params string[] path) => _database.ReadAsync(connection => connection.QueryFirstAsync<T?>(
        $"SELECT {Dialect.JsonValue("document", path, kind)} FROM (SELECT {Dialect.JsonIn("@document")} AS document) AS sample",
        new { document = Encoding.UTF8.GetBytes(Sample) }));
}

public sealed class SqliteJsonTests(SqliteStore store) : JsonTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresJsonTests(PostgresStore store) : JsonTests(store), IClassFixture<PostgresStore>;
