using Cms.Core.Hosting;

namespace Cms.Web.Verbs;

internal sealed class SearchRebuildVerb(WebsiteSettings settings) : IVerb
{
    public string Name => "search rebuild";

    public string Usage => "forgets the search index, which the next start makes anew";

    public string? PageInstead(IReadOnlyList<string> arguments) => "/admin/search";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        var folder = Path.Combine(settings.DataPath, "search");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await Console.Out.WriteLineAsync("The search index is rebuilt when the website starts.");
        return 0;
    }
}
