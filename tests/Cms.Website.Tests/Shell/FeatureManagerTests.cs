using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Modules;
using Microsoft.Extensions.DependencyInjection;
using Sample.Greeting;

namespace Cms.Website.Tests.Shell;

public sealed class FeatureManagerTests
{
    [Fact]
    public async Task Services_endpoints_middleware_and_background_services_come_and_go()
    {
        await using var site = await ShellSite.StartAsync();
        Assert.Equal(404, await site.StatusAsync("/greeting"));

        await site.Features.EnableAsync(["Sample.Greeting"]);
        using (var response = await site.Client.GetAsync("/greeting"))
        {
            Assert.Equal(200, (int)response.StatusCode);
            Assert.True(response.Headers.Contains("X-Greeting"));
        }

        await site.Features.DisableAsync(["Sample.Greeting"]);
        await site.Shells.WhenRetiredAsync();
        using (var response = await site.Client.GetAsync("/greeting"))
        {
            Assert.Equal(404, (int)response.StatusCode);
            Assert.False(response.Headers.Contains("X-Greeting"));
        }

        Assert.Equal(["worker 2 started", "worker 2 stopped"], site.Journal.Lines);
        await using var lease = site.Shells.TryLease()!;
        Assert.Null(lease.Services.GetService<Greeter>());
    }

    [Fact]
    public async Task Controllers_of_a_disabled_module_are_not_served()
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting");
        Assert.Equal(404, await site.StatusAsync("/farewell/plain"));

        await site.Features.EnableAsync(["Sample.Farewell"]);

        Assert.Equal(200, await site.StatusAsync("/farewell/plain"));
    }

    [Fact]
    public async Task Enabling_turns_on_dependencies_and_stores_them()
    {
        await using var site = await ShellSite.StartAsync();

        var change = await site.Features.EnableAsync(["Sample.Farewell"]);

        Assert.Equal(["Sample.Greeting", "Sample.Farewell"], change.Enabled.Select(f => f.Id));
        Assert.Equal(["Sample.Farewell", "Sample.Greeting"], (await site.Store.LoadAsync()).Features);
        Assert.StartsWith("goodbye after hello", await site.Client.GetStringAsync("/farewell"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enabling_what_is_enabled_builds_no_shell()
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting");

        var change = await site.Features.EnableAsync(["Sample.Greeting"]);

        Assert.Empty(change.Enabled);
        Assert.Equal(1, site.Shells.Current!.Number);
    }

    [Fact]
    public async Task Disabling_what_others_need_is_refused_unless_they_go_too()
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting", "Sample.Farewell");

        var e = await Assert.ThrowsAsync<CmsException>(() => site.Features.DisableAsync(["Sample.Greeting"]));
        Assert.Equal(("features.needed", 409), (e.Key, e.Status));
        Assert.Equal(["Sample.Greeting", "Sample.Farewell"], e.Arguments);

        var change = await site.Features.DisableAsync(["Sample.Greeting"], withDependents: true);
        Assert.Equal(["Sample.Greeting", "Sample.Farewell"], change.Disabled.Select(f => f.Id));
        Assert.Empty((await site.Store.LoadAsync()).Features);
    }

    [Fact]
    public async Task Feature_for_dependencies_only_comes_and_goes_with_what_needs_it()
    {
        await using var site = await ShellSite.StartAsync();
        Assert.Equal("features.dependencyOnly", (await Assert.ThrowsAsync<CmsException>(() => site.Features.EnableAsync(["Sample.Greeting.Base"]))).Key);

        await site.Features.EnableAsync(["Sample.Greeting.Polite"]);
        Assert.Contains("Sample.Greeting.Base", (await site.Store.LoadAsync()).Features);

        var change = await site.Features.DisableAsync(["Sample.Greeting.Polite"]);
        Assert.Equal(["Sample.Greeting.Base", "Sample.Greeting.Polite"], change.Disabled.Select(f => f.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Unknown_feature_is_refused_and_an_unknown_stored_one_is_left_out()
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting", "Removed.Module");

        Assert.Equal(200, await site.StatusAsync("/greeting"));
        Assert.Equal("features.unknown", (await Assert.ThrowsAsync<CmsException>(() => site.Features.EnableAsync(["Removed.Module"]))).Key);
    }

    [Fact]
    public async Task Startup_that_requires_another_feature_waits_for_it()
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting");
        Assert.Equal(404, await site.StatusAsync("/greeting/and-farewell"));

        await site.Features.EnableAsync(["Sample.Farewell"]);

        Assert.Equal("both", await site.Client.GetStringAsync("/greeting/and-farewell"));
    }

    [Theory]
    [InlineData("Sample.Greeting.Unregistered", "Absent")]
    [InlineData("Sample.Greeting.Throwing", "no services today")]
    [InlineData("Sample.Greeting.Idle", "not today")]
    [InlineData("Sample.Greeting.Sick", "sick")]
    public async Task Faulty_feature_is_refused_with_its_cause_and_the_old_shell_goes_on(string feature, string cause)
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting");

        var e = await Assert.ThrowsAsync<ModuleException>(() => site.Features.EnableAsync([feature]));

        Assert.Contains(cause, e.Message, StringComparison.Ordinal);
        Assert.Equal(1, await site.NumberAsync("/greeting/shell"));
        Assert.Equal(["Sample.Greeting"], (await site.Store.LoadAsync()).Features);
        Assert.DoesNotContain("worker 1 stopped", site.Journal.Lines);
        await site.Features.EnableAsync(["Sample.Farewell"]);
        Assert.Equal(200, await site.StatusAsync("/farewell"));
    }

    [Fact]
    public async Task Failing_store_leaves_the_old_shell_and_stops_the_new_one()
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting");

        await Assert.ThrowsAsync<IOException>(() => site.Shells.SwapAsync(
            _ => Task.FromResult<ShellSettings?>(new(["Sample.Greeting", "Sample.Farewell"])), (_, _) => throw new IOException("disk full")));

        Assert.Equal(404, await site.StatusAsync("/farewell"));
        Assert.Equal(["worker 1 started", "worker 2 started", "worker 2 stopped"], site.Journal.Lines);
    }

    [Fact]
    public async Task Concurrent_changes_lose_none()
    {
        await using var site = await ShellSite.StartAsync();

        await Task.WhenAll(site.Features.EnableAsync(["Sample.Farewell"]), site.Features.EnableAsync(["Sample.Greeting.Polite"]));

        Assert.Equal(["Sample.Farewell", "Sample.Greeting", "Sample.Greeting.Base", "Sample.Greeting.Polite"], (await site.Store.LoadAsync()).Features);
    }
}
