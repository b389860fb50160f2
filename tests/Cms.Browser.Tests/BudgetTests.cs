using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Cms.Browser.Tests;

/// <summary>RGESN 6.1, 6.7: what a first visit to each type of page weighs on the wire, in the bytes that the browser received, compressed and with their headers; whom it asks, and what it complains of.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BudgetTests(BrowserWebsite website, ITestOutputHelper output)
{
    private const long Kilobyte = 1000;

    [BrowserFact]
    public async Task No_page_is_heavier_than_its_budget()
    {
        var table = new StringBuilder("page                                                     bytes  script  pictures  requests  elements").AppendLine();
        var faults = new List<string>();
        foreach (var path in PageTypes.All)
        {
            var weight = await WeighAsync(path);
            table.AppendLine(CultureInfo.InvariantCulture, $"{path,-54}{weight.Bytes,8}{weight.Script,8}{weight.Pictures,10}{weight.Requests,10}{weight.Elements,10}");
            faults.AddRange(Faults(path, weight));
        }

        output.WriteLine(table.ToString());
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "weights.txt"), table.ToString());
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults) + Environment.NewLine + table);
    }

    private IEnumerable<string> Faults(string path, Weight weight)
    {
        var limit = (path is "/fr" or "/en" ? 100 : 150) * Kilobyte;
        if (weight.Bytes is 0 || weight.Bytes > limit)
        {
            yield return $"{path}: {weight.Bytes} bytes, at most {limit}";
        }

        if (weight.Script > 20 * Kilobyte)
        {
            yield return $"{path}: {weight.Script} bytes of script";
        }

        if (weight.Requests > 12)
        {
            yield return $"{path}: {weight.Requests} requests";
        }

        if (weight.Elements >= 1000)
        {
            yield return $"{path}: {weight.Elements} elements";
        }

        foreach (var host in weight.Hosts.Where(host => host != website.Address.Authority))
        {
            yield return $"{path}: asks {host}";
        }

        foreach (var error in weight.Errors)
        {
            yield return $"{path}: {error}";
        }
    }

    private async Task<Weight> WeighAsync(string path)
    {
        // Not a page of the website: on one without an icon the browser asks for one of its own accord.
        var page = await website.OpenAsync("about:blank");
        var requests = new ConcurrentQueue<IRequest>();
        var errors = new ConcurrentQueue<string>();
        page.Request += (_, request) => requests.Enqueue(request);
        page.Console += (_, message) =>
        {
            // The browser itself reports the status of the page that does not exist.
            if (message.Type == "error" && !PageTypes.IsLost(path))
            {
                errors.Enqueue($"{message.Text} {message.Location}");
            }
        };
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var weight = new Weight(0, 0, 0, requests.Count, await page.Locator("*").CountAsync(), [.. requests.Select(request => new Uri(request.Url).Authority).Distinct()], [.. errors]);
        foreach (var request in requests)
        {
            var sizes = await request.SizesAsync();
            var size = sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            weight = request.ResourceType switch
            {
                "image" => weight with { Pictures = weight.Pictures + size },
                "script" => weight with { Bytes = weight.Bytes + size, Script = weight.Script + size },
                _ => weight with { Bytes = weight.Bytes + size },
            };
        }

        await page.Context.CloseAsync();
        return weight;
    }

    /// <param name="Bytes">On the wire without pictures, as the budget counts.</param>
    /// <param name="Script">The part of these that is script.</param>
    /// <param name="Elements">Of the document.</param>
    private sealed record Weight(long Bytes, long Script, long Pictures, int Requests, int Elements, IReadOnlyList<string> Hosts, IReadOnlyList<string> Errors);
}
