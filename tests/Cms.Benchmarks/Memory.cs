using System.Xml.Linq;

namespace Cms.Benchmarks;

/// <summary>Resident memory after requests for all pages of the site map.</summary>
internal static class Memory
{
    private const int Requests = 1_000;
    private static readonly Aim _aim = new(200);

    public static async Task MeasureAsync(Workbench bench, Report report)
    {
        using var website = bench.Website(bench.NewData());
        using var bare = bench.Host(Baseline.Bare);
        await website.ServesAsync();
        await bare.ServesAsync();
        var pages = await PagesAsync(website.Client, "/sitemap.xml");
        for (var i = 0; i < Requests; i++)
        {
            var path = pages[i % pages.Count];
            await Page.GetAsync(website.Client, path, ("Accept-Encoding", Workbench.Encoding));
            await Page.GetAsync(bare.Client, path, ("Accept-Encoding", Workbench.Encoding));
        }

        report.Add($"memory after {Requests} requests over {pages.Count} pages", Of(website), Of(bare, "bare Kestrel"), _aim);
    }

    public static Figure Of(ServerProcess server, string name = "") => new(server.Memory / 1024.0 / 1024.0, "MB", name);

    /// <summary>Paths in a site map, those of its files where it is an index.</summary>
    private static async Task<List<string>> PagesAsync(HttpClient client, string siteMap)
    {
        var map = XDocument.Parse(await Page.GetAsync(client, siteMap)).Root!;
        var paths = map.Elements().Select(entry => new Uri(entry.Element(map.Name.Namespace + "loc")!.Value).PathAndQuery).ToList();
        if (map.Name.LocalName != "sitemapindex")
        {
            return paths;
        }

        var pages = new List<string>();
        foreach (var path in paths)
        {
            pages.AddRange(await PagesAsync(client, path));
        }

        return pages;
    }
}
