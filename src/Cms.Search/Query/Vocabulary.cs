using Cms.Search.Index;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Cms.Search.Query;

/// <summary>The terms of one culture that the index holds.</summary>
internal sealed class Vocabulary(SqliteConnection reader, IndexTerms terms, VocabularyCache cache)
{
    /// <summary>Number of documents that hold a term.</summary>
    public long Documents(string term) =>
        reader.QuerySingleOrDefault<long>("SELECT doc FROM vocabulary WHERE term = @term", new { term = terms.Tag + term });

    public bool HasPrefix(string prefix) => reader.QuerySingle<bool>(
        "SELECT EXISTS (SELECT 1 FROM vocabulary WHERE term >= @first AND term < @last)",
        new { first = terms.Tag + prefix, last = terms.Tag + prefix + char.MaxValue });

    /// <summary>The terms that a mistyped one most likely stands for: nearest, then most frequent. Empty for short words and numbers.</summary>
    public IReadOnlyList<string> Near(string term, int count)
    {
        var most = term.Any(char.IsDigit) ? 0 : term.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        if (most == 0)
        {
            return [];
        }

        var near = new List<(string Term, long Documents, int Distance)>();
        foreach (var (candidate, documents) in cache.Get(terms.Tag, ReadAll))
        {
            var distance = EditDistance.Within(term, candidate, most);
            if (distance <= most)
            {
                most = distance;
                near.Add((candidate, documents, distance));
            }
        }

        return [.. near.Where(found => found.Distance == most).OrderByDescending(found => found.Documents)
            .ThenBy(found => found.Term, StringComparer.Ordinal).Take(count).Select(found => found.Term)];
    }

    private List<KeyValuePair<string, long>> ReadAll() => reader.Query<(string Term, long Documents)>(
            "SELECT term, doc FROM vocabulary WHERE term >= @first AND term < @last", new { first = terms.Tag, last = terms.Tag + char.MaxValue })
        .Select(row => KeyValuePair.Create(row.Term[terms.Tag.Length..], row.Documents)).ToList();
}

/// <summary>Keeps the terms of each culture in memory between two changes of the index, for misspelt words.</summary>
internal sealed class VocabularyCache
{
    private Dictionary<string, IReadOnlyList<KeyValuePair<string, long>>> _byTag = [];

    /// <summary>A reader that began before a change may bring back an older list: its suggestions are then a change late.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Get(string tag, Func<IReadOnlyList<KeyValuePair<string, long>>> read)
    {
        var known = Volatile.Read(ref _byTag);
        if (known.TryGetValue(tag, out var list))
        {
            return list;
        }

        list = read();
        Interlocked.CompareExchange(ref _byTag, new(known) { [tag] = list }, known);
        return list;
    }

    public void Forget() => Volatile.Write(ref _byTag, []);
}
