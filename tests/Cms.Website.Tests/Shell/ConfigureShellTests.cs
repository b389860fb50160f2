using Cms.Core.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Sample.Greeting;

namespace Cms.Website.Tests.Shell;

public sealed class ConfigureShellTests
{
    [Fact]
    public async Task Host_has_the_last_word_on_registrations()
    {
        var mine = new Greeter(new ShellContext(77, [], null, null, default));
        await using var site = await ShellSite.StartAsync(new ShellSettings(["Sample.Greeting"]), builder => builder.Services.ConfigureShell(services => services.Replace(ServiceDescriptor.Singleton(mine))));

        Assert.StartsWith("hello from shell 77", await site.Client.GetStringAsync("/greeting"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shells_share_the_hosts_singletons_and_do_not_dispose_them()
    {
        using var shared = new Shared();
        await using var site = await ShellSite.StartAsync(new ShellSettings(["Sample.Greeting"]), builder => builder.Services.AddSingleton(_ => shared).ShareWithShells<Shared>());
        await site.Features.EnableAsync(["Sample.Farewell"]);
        await site.Shells.WhenRetiredAsync();

        await using var lease = site.Shells.TryLease()!;
        Assert.Same(shared, lease.Services.GetRequiredService<Shared>());
        Assert.False(shared.IsDisposed);
    }

    [Fact]
    public async Task Keys_are_the_hosts()
    {
        await using var site = await ShellSite.StartAsync("Sample.Greeting");
        var secret = await ProtectAsync(site);
        await site.Features.EnableAsync(["Sample.Farewell"]);

        await using var lease = site.Shells.TryLease()!;
        Assert.Equal("secret", lease.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
        Assert.DoesNotContain(lease.Services.GetServices<IHostedService>(), s => s.GetType().Name == "DataProtectionHostedService");
    }

    private static async Task<string> ProtectAsync(ShellSite site)
    {
        await using var lease = site.Shells.TryLease()!;
        return lease.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("secret");
    }

    private sealed class Shared : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
