// Measures the search on a collection with relevance judgements: indexes corpus.jsonl of a folder ("id", "title", "text" per line) and writes the
// answers to a file of queries ("id", "text" per line) as lines "query document rank score".
// usage: Cms.Search.Eval FOLDER CULTURE QUERIES.jsonl RUN [Option=value …]
using System.Globalization;
using System.Text.Json;
using Cms.Search;
using Cms.Search.Index;
using Cms.Search.Query;
using Microsoft.Extensions.Logging.Abstractions;

if (args.Length < 4)
{
    Console.Error.WriteLine("usage: Cms.Search.Eval FOLDER CULTURE QUERIES.jsonl RUN [Option=value …]");
    return 2;
}

var (folder, culture, queries, run) = (args[0], args[1], args[2], args[3]);
var options = new SearchOptions();
foreach (var setting in args.Skip(4).Select(argument => argument.Split('=', 2)))
{
    var property = typeof(SearchOptions).GetProperty(setting[0]) ?? throw new ArgumentException($"No option {setting[0]}");
    property.SetValue(options, Convert.ChangeType(setting[1], property.PropertyType, CultureInfo.InvariantCulture));
}

var temporary = Directory.CreateTempSubdirectory("cms-search-eval-");
using (var index = new SearchIndex(temporary.FullName, options, NullLogger<SearchIndex>.Instance))
{
    await index.ApplyAsync([.. Lines(Path.Combine(folder, "corpus.jsonl")).Select(Document)], [], "1");
    await using var output = File.CreateText(run);
    foreach (var line in Lines(queries))
    {
        var query = line.GetProperty("id").GetString();
        var result = await index.SearchAsync(new SearchRequest { Query = line.GetProperty("text").GetString()!, Culture = culture, PageSize = 100 });
        foreach (var (rank, item) in result.Items.Index())
        {
            await output.WriteLineAsync(FormattableString.Invariant($"{query} {item.LocalizationSet} {rank + 1} {item.Score:F6}"));
        }
    }
}

temporary.Delete(recursive: true);
return 0;

static IEnumerable<JsonElement> Lines(string path) => File.ReadLines(path).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

SearchDocument Document(JsonElement line)
{
    var id = line.GetProperty("id").GetString()!;
    return new SearchDocument
    {
        LocalizationSet = id,
        Culture = culture,
        ContentItemId = id,
        ContentType = "Page",
        Title = line.GetProperty("title").GetString()!,
        Url = $"/{id}",
        Body = line.GetProperty("text").GetString()!,
    };
}
