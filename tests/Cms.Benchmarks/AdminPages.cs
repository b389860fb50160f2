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
    /// <summary>Requests after which the compiler has done what it does to code that is called often.</summary>
    private const int WarmUp = 100;

    private const int Rounds = 6;
    private const int RequestsInRound = 25;
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
            await CompareAsync(name, (client, _) => Page.GetAsync(client, path));
        }

        await AuthorizeAsync(few);
        await AuthorizeAsync(many);
        await CompareAsync("save of a draft", SaveAsync);

        async Task CompareAsync(string name, Func<HttpClient, int, Task> ask)
        {
            var (own, baseline) = await SamplesAsync(new Sample(longer.Server, number => ask(many, number)), new Sample(shorter.Server, number => ask(few, number)));
            Compare(report, string.Create(CultureInfo.InvariantCulture, $"{name}, {longer.Items} items"), own, baseline, string.Create(CultureInfo.InvariantCulture, $"{shorter.Items} items"));
        }
    }

    private static void Compare(Report report, string name, Sample own, Sample baseline, string baselineName)
    {
        foreach (var percent in new[] { 50, 99 })
        {
            report.Add(
                string.Create(CultureInfo.InvariantCulture, $"{name}: p{percent}"), new Figure(own.Times.Percentile(percent), "ms"), new Figure(baseline.Times.Percentile(percent), "ms", baselineName), _aim);
        }

        report.Add($"{name}: CPU", own.Cpu, baseline.Cpu with { Name = baselineName }, _aim);
    }

    /// <summary>In turns, so that what else the machine does meets both.</summary>
    private static async Task<(Sample One, Sample Other)> SamplesAsync(Sample one, Sample other)
    {
        await one.WarmUpAsync();
        await other.WarmUpAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await one.RunAsync();
            await other.RunAsync();
        }

        return (one, other);
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

    /// <summary>The times of one request to one website.</summary>
    private sealed class Sample(ServerProcess server, Func<int, Task> ask)
    {
        private TimeSpan _cpu;
        private int _number;

        /// <summary>Milliseconds, request by request.</summary>
        public List<double> Times { get; } = [];

        public Figure Cpu => new(_cpu.TotalMilliseconds / Times.Count, "ms");

        public async Task WarmUpAsync()
        {
            for (var number = 0; number < WarmUp; number++)
            {
                await ask(_number++);
            }
        }

        public async Task RunAsync()
        {
            var cpu = server.Cpu;
            for (var request = 0; request < RequestsInRound; request++)
            {
                var start = Stopwatch.GetTimestamp();
                await ask(_number++);
                Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            _cpu += server.Cpu - cpu;
        }
    }
}
