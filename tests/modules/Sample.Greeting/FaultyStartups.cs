using Cms.Core.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Sample.Greeting;

[Feature("Sample.Greeting.Unregistered")]
public sealed class UnregisteredStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddSingleton<Needy>();

    public sealed class Needy(Absent absent)
    {
        public Absent Absent { get; } = absent;
    }

    public sealed class Absent;
}

[Feature("Sample.Greeting.Throwing")]
public sealed class ThrowingStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => throw new InvalidOperationException("no services today");
}

[Feature("Sample.Greeting.Idle")]
public sealed class IdleStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddHostedService<Idle>();

    private sealed class Idle : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("not today");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

[Feature("Sample.Greeting.Sick")]
public sealed class SickStartup : StartupBase
{
    public override void Configure(IApplicationBuilder app) => app.Run(_ => throw new InvalidOperationException("sick"));
}
