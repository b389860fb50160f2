using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cms.Benchmarks;

/// <summary>What an editor waits for, on a website with a short and on one with a long list: the content list, also narrowed and by title, and a save.</summary>
internal static partial class AdminPages
{
    private const int Rounds = 40;
    private static readonly Aim _aim = new(2, OfRatio: true);
    private static readonly (string Name, string Path)[] _lists =
    [
        ("content list", "/admin/content"), ("content list by title", "/admin/content?sort=title"), ("content list of one type and state", "/admin/content?type=Article&state=Published&language=fr"),
    ];

    /// <param name="shorter">A website with few items, named so in the table.</param>
    public static async Task MeasureAsync(Report report, (ServerProcess Server, int Items) shorter, (ServerProcess Server, int Items) longer)
    {
        using var few = await SignInAsync(shorter.Server);
        using var many = await SignInAsync(longer.Server);
        foreach (var (name, path) in _lists)
        {
            Compare(report, name, await MeasureAsync(shorter.Server, _ => Page.GetAsync(few, path)), shorter.Items, await MeasureAsync(longer.Server, _ => Page.GetAsync(many, path)), longer.Items);
        }

        await AuthorizeAsync(few);
        await AuthorizeAsync(many);
        Compare(report, "save of a draft", await MeasureAsync(shorter.Server, number => SaveAsync(few, number)), shorter.Items, await MeasureAsync(longer.Server, number => SaveAsync(many, number)), longer.Items);
    }

    private static void Compare(Report report, string name, Sample few, int fewItems, Sample many, int manyItems)
    {
        var baseline = string.Create(CultureInfo.InvariantCulture, $"{fewItems} items");
        foreach (var percent in new[] { 50, 99 })
        {
            report.Add(
                string.Create(CultureInfo.InvariantCulture, $"{name}, {manyItems} items: p{percent}"),
                new Figure(many.Times.Percentile(percent), "ms"), new Figure(few.Times.Percentile(percent), "ms", baseline), _aim);
        }

        report.Add(string.Create(CultureInfo.InvariantCulture, $"{name}, {manyItems} items: CPU"), many.Cpu, few.Cpu with { Name = baseline }, _aim);
    }

    private static async Task<Sample> MeasureAsync(ServerProcess server, Func<int, Task> ask)
    {
        for (var number = 0; number < Rounds / 4; number++)
        {
            await ask(-1 - number);
        }

        var cpu = server.Cpu;
        var times = new List<double>();
        for (var number = 0; number < Rounds; number++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask(number);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new Sample(times, new Figure((server.Cpu - cpu).TotalMilliseconds / Rounds, "ms"));
    }

    private static async Task SaveAsync(HttpClient client, int number)
    {
        var article = new JsonObject
        {
            ["ContentItemId"] = "article-1-fr",
            ["ContentType"] = "Article",
            ["TitlePart"] = new JsonObject { ["Title"] = string.Create(CultureInfo.InvariantCulture, $"Article enregistré {number}") },
        };
        using var answer = await client.PostAsJsonAsync("/api/content?draft=true", article);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<HttpClient> SignInAsync(ServerProcess server)
    {
        var client = new HttpClient { BaseAddress = server.Client.BaseAddress };
        await SendAsync(client, "/login", ("Name", "admin"), ("Password", Workbench.Password));
        return client;
    }

    /// <summary>Makes an access token and goes on with it.</summary>
    private static async Task AuthorizeAsync(HttpClient client) => client.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Bearer", Secret().Match(await SendAsync(client, "/account/tokens", ("Name", "benchmark"), ("Days", "1"))).Groups[1].Value);

    private static async Task<string> SendAsync(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(page)).Groups[1].Value;
        using var answer = await client.PostAsync(page, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<code>(cms_[^<]+)</code>")]
    private static partial Regex Secret();

    private sealed record Sample(List<double> Times, Figure Cpu);
}
