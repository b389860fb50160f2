using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Cms.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Sample.Greeting;

namespace Cms.Website.Tests.Shell;

[CollectionDefinition("Load", DisableParallelization = true)]
public sealed class LoadCollection;

/// <summary>What visitors and memory notice of a swap: nothing.</summary>
[Collection("Load")]
public sealed class SwapTests
{
    private static readonly ShellSettings _one = new(["Sample.Greeting"]);
    private static readonly ShellSettings _two = new(["Sample.Greeting", "Sample.Farewell"]);

    [Fact]
    public async Task Two_hundred_clients_see_no_failure_and_no_dropped_connection_during_twenty_swaps()
    {
        await using var site = await ShellSite.StartAsync(_one);
        using var end = new CancellationTokenSource();
        var shells = new ConcurrentDictionary<string, int>();
        var clients = Enumerable.Range(0, 200).Select(_ => ClientAsync(site.Address, shells, end.Token)).ToList();

        for (var swap = 0; swap < 20; swap++)
        {
            await site.Shells.SwapAsync(swap % 2 == 0 ? _two : _one);
            await AnsweredByAsync(shells, site.Shells.Current!.Number);
        }

        await end.CancelAsync();
        var results = await Task.WhenAll(clients);
        await site.Shells.WhenRetiredAsync();

        Assert.All(results, r => Assert.Equal(1, r.Connections));
        Assert.All(results, r => Assert.Empty(r.Failures));
        Assert.True(results.Sum(r => r.Requests) >= 200);
        Assert.Equal(Enumerable.Range(2, 20).Select(n => $"{n}"), shells.Keys.Except(["1"]).OrderBy(int.Parse));
    }

    [Fact]
    public async Task Replaced_shells_leave_memory()
    {
        await using var site = await ShellSite.StartAsync(_one);
        var old = new List<WeakReference>();
        for (var swap = 0; swap < 10; swap++)
        {
            Assert.Contains("hello", await site.Client.GetStringAsync("/greeting/view"), StringComparison.Ordinal);
            Assert.Equal(200, await site.StatusAsync("/greeting/late"));
            old.Add(CurrentGreeter(site));
            await site.Shells.SwapAsync(swap % 2 == 0 ? _two : _one);
        }

        await site.Shells.WhenRetiredAsync();

        Assert.Equal(0, await AliveAsync(old));
        Assert.True(CurrentGreeter(site).IsAlive);
    }

    [Fact]
    public async Task Slow_request_of_the_old_shell_completes_in_it()
    {
        await using var site = await ShellSite.StartAsync(_one);
        var slow = site.NumberAsync("/greeting/slow");
        await site.Journal.SeenAsync("slow began");

        await site.Shells.SwapAsync(_two);
        Assert.Equal(2, await site.NumberAsync("/greeting/shell"));
        Assert.DoesNotContain("worker 1 stopped", site.Journal.Lines);

        site.Journal.Gate.SetResult();
        Assert.Equal(1, await slow);
        await site.Shells.WhenRetiredAsync();
        Assert.Contains("worker 1 stopped", site.Journal.Lines);
    }

    [Fact]
    public async Task Long_lived_stream_is_told_and_ends_by_itself()
    {
        await using var site = await ShellSite.StartAsync(_one);
        var stream = site.Client.GetStringAsync("/greeting/stream");
        await site.Journal.SeenAsync("stream began");

        await site.Shells.SwapAsync(_two);

        Assert.Equal("stream ended", await stream);
    }

    [Fact]
    public async Task Request_that_outlives_the_drain_is_cut_and_its_shell_ends()
    {
        await using var site = await ShellSite.StartAsync(_one, builder => builder.Services.Configure<ShellOptions>(o => o.DrainTimeout = TimeSpan.FromMilliseconds(50)));
        var stuck = site.Client.GetStringAsync("/greeting/stuck");
        await site.Journal.SeenAsync("stuck began");

        await site.Shells.SwapAsync(_two);

        await Assert.ThrowsAsync<HttpRequestException>(() => stuck);
        await site.Shells.WhenRetiredAsync();
        Assert.Contains("stuck was cut", site.Journal.Lines);
        Assert.Contains("worker 1 stopped", site.Journal.Lines);
    }

    [Fact]
    public async Task Callbacks_of_the_response_still_have_the_requests_services()
    {
        await using var site = await ShellSite.StartAsync(_one);

        using var response = await site.Client.GetAsync("/greeting/late");

        Assert.Equal(["1"], response.Headers.GetValues("X-Shell"));
        await site.Journal.SeenAsync("completed in shell 1");
    }

    [Fact]
    public async Task Request_may_swap_the_shell_that_serves_it()
    {
        await using var site = await ShellSite.StartAsync(_one);

        Assert.Equal(1, await site.NumberAsync("/greeting/swap"));
        Assert.Equal(2, await site.NumberAsync("/greeting/shell"));

        await site.Shells.WhenRetiredAsync();
        Assert.Contains("worker 1 stopped", site.Journal.Lines);
    }

    [Fact]
    public async Task Before_the_first_shell_the_answer_is_503_with_the_time_to_retry()
    {
        await using var site = await ShellSite.StartAsync(_one, builder => builder.Services.Configure<ShellOptions>(options => options.FirstShellPatience = TimeSpan.FromMilliseconds(50)), startShell: false);

        using (var response = await site.Client.GetAsync("/greeting"))
        {
            Assert.Equal(503, (int)response.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter!.Delta);
            Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        }

        Assert.False(site.Shells.Ready.IsCompleted);
        await site.Shells.StartAsync(_one);
        await site.Shells.Ready;
        Assert.Equal(200, await site.StatusAsync("/greeting"));
    }

    [Fact]
    public async Task Request_waits_for_the_first_shell()
    {
        await using var site = await ShellSite.StartAsync(_one, startShell: false);

        var early = site.StatusAsync("/greeting");
        await Task.Delay(300);
        Assert.False(early.IsCompleted);
        await site.Shells.StartAsync(_one);
        Assert.Equal(200, await early);
    }

    [Fact]
    public async Task Request_that_waits_for_the_first_shell_does_not_hold_up_the_end()
    {
        var site = await ShellSite.StartAsync(_one, startShell: false);
        var early = site.StatusAsync("/greeting");
        await Task.Delay(300);

        await site.StopAsync();
        Assert.Equal(503, await early);
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Host_that_has_ended_may_be_told_to_stop_again()
    {
        var site = await ShellSite.StartAsync(_one);
        await site.DisposeAsync();

        await site.StopAsync();
    }

    [Fact]
    public async Task Shell_serves_when_its_preparations_have_ended()
    {
        var preparation = new Preparation();
        await using var site = await ShellSite.StartAsync(_one, startShell: false, more: builder => builder.Services.ConfigureShell(shell => shell.AddScoped<IShellPreparation>(_ => preparation)));

        var started = site.Shells.StartAsync(_one);
        await Task.Delay(300);
        Assert.False(started.IsCompleted);
        preparation.Gate.SetResult();
        await started;
        Assert.Equal((1, 200), (preparation.Times, await site.StatusAsync("/greeting")));
    }

    [Fact]
    public async Task Failing_preparation_does_not_keep_a_shell_from_serving()
    {
        var preparation = new Preparation();
        preparation.Gate.SetException(new InvalidOperationException("Broken."));
        await using var site = await ShellSite.StartAsync(_one, builder => builder.Services.ConfigureShell(shell => shell.AddScoped<IShellPreparation>(_ => preparation)));

        Assert.Equal((1, 200), (preparation.Times, await site.StatusAsync("/greeting")));
    }

    [Fact]
    public async Task First_shell_serves_even_when_warming_fails()
    {
        await using var site = await ShellSite.StartAsync(new ShellSettings(["Sample.Greeting.Sick"]));

        Assert.Equal(500, await site.StatusAsync("/"));
        await site.Features.DisableAsync(["Sample.Greeting.Sick"]);
        Assert.Equal(404, await site.StatusAsync("/"));
    }

    private static async Task<(int Requests, int Connections, List<string> Failures)> ClientAsync(Uri address, ConcurrentDictionary<string, int> shells, CancellationToken end)
    {
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, token) =>
            {
                connections++;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = address };
        var failures = new List<string>();
        var requests = 0;
        for (; !end.IsCancellationRequested; requests++)
        {
            try
            {
                using var response = await client.GetAsync("/greeting/shell", CancellationToken.None);
                var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
                shells.AddOrUpdate(body, 1, (_, n) => n + 1);
                if (!response.IsSuccessStatusCode)
                {
                    failures.Add($"{(int)response.StatusCode}");
                }
            }
            catch (HttpRequestException e)
            {
                failures.Add(e.ToString());
            }
        }

        return (requests, connections, failures);
    }

    private static async Task AnsweredByAsync(ConcurrentDictionary<string, int> shells, int number)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!shells.ContainsKey($"{number}"))
        {
            await Task.Delay(5, limit.Token);
        }
    }

    /// <summary>Not inlined: a local variable of the caller must not keep the service alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CurrentGreeter(ShellSite site)
    {
        var lease = site.Shells.TryLease()!;
        try
        {
            return new WeakReference(lease.Services.GetRequiredService<Greeter>());
        }
        finally
        {
            _ = lease.DisposeAsync().AsTask();
        }
    }

    private static async Task<int> AliveAsync(List<WeakReference> old)
    {
        for (var i = 0; i < 20 && old.Exists(r => r.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(20);
        }

        return old.Count(r => r.IsAlive);
    }

    private sealed class Preparation : IShellPreparation
    {
        public TaskCompletionSource Gate { get; } = new();

        public int Times { get; private set; }

        public Task PrepareAsync(CancellationToken token = default)
        {
            Times++;
            return Gate.Task;
        }
    }
}
