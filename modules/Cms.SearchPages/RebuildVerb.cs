using Cms.Core.Hosting;
using Cms.Data;
using Cms.Search.Index;

namespace Cms.SearchPages;

/// <summary>Empties the index, which the website then fills from its content when it starts: what it shows meanwhile is less, never wrong.</summary>
internal sealed class RebuildVerb(SearchIndex index, WebsiteSettings website) : IVerb
{
    public string Name => "search rebuild";

    public string Usage => ": has the search index made anew at the next start";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        if (arguments.Count > 0)
        {
            await Console.Error.WriteLineAsync("\"search rebuild\" takes no arguments.");
            return 1;
        }

        using var folder = DataFolderLock.TryAcquire(website.DataPath);
        if (folder is null)
        {
            await Console.Error.WriteLineAsync("The website is running. Stop it first, or delete the folder \"search\" of the data path: it makes the index anew by itself.");
            return 1;
        }

        await index.ClearAsync(token);
        Console.WriteLine("The search index is empty; the website fills it when it starts.");
        return 0;
    }
}
