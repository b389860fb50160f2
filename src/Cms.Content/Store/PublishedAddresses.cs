using System.Runtime.CompilerServices;
using Cms.Data;
using Dapper;

namespace Cms.Content.Store;

/// <summary>The address of one published language version, without its document.</summary>
public sealed class PublishedAddress
{
    public string Set { get; init; } = "";

    public string Culture { get; init; } = "";

    public string Type { get; init; } = "";

    /// <summary>Without culture, as stored.</summary>
    public string Path { get; init; } = "";

    /// <summary>When it was last published, as the column holds it.</summary>
    public string PublishedUtc { get; init; } = "";
}

/// <summary>Walks the addresses of all that is published, however much it is: for site maps.</summary>
public sealed class PublishedAddresses(IDatabase database)
{
    private const int Batch = 1_000;

    /// <summary>Language versions with a page, in the order of their sets, those of one set together.</summary>
    /// <param name="fromSet">Set to begin with; empty for the first.</param>
    public async IAsyncEnumerable<PublishedAddress> FromAsync(string fromSet, [EnumeratorCancellation] CancellationToken token = default)
    {
        var (set, culture) = (fromSet, "");
        while (true)
        {
            var rows = await ReadAsync(set, culture, token);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Batch)
            {
                yield break;
            }

            (set, culture) = (rows[^1].Set, rows[^1].Culture);
        }
    }

    /// <summary>A seek on the primary key, behind the last row; the plus keeps SQLite from the index of what is published, whose rows it would have to sort.</summary>
    private Task<List<PublishedAddress>> ReadAsync(string set, string culture, CancellationToken token) => database.ReadAsync(
        async connection => (await connection.QueryAsync<PublishedAddress>(new CommandDefinition(
            """
            SELECT set_id AS "Set", culture AS "Culture", type AS "Type", path AS "Path", published_utc AS "PublishedUtc" FROM content_live
            WHERE +published = 1 AND path IS NOT NULL AND (set_id, culture) > (@set, @culture) ORDER BY set_id, culture LIMIT @take
            """,
            new { set, culture, take = Batch },
            cancellationToken: token))).AsList(),
        token);
}
