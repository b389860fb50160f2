using Cms.Core.Hosting;
using Cms.Core.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Sample.Greeting;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddSingleton<Greeter>()
        .AddScoped<Visit>()
        .AddHostedService<Worker>();

    public override void Configure(IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.Headers["X-Greeting"] = "yes";
        return next(context);
    });

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/greeting", (Greeter greeter) => greeter.Hello);
        endpoints.MapGet("/greeting/shell", (Visit visit) => visit.Shell);
        endpoints.MapGet("/greeting/late", LateAsync);
        endpoints.MapGet("/greeting/slow", SlowAsync);
        endpoints.MapGet("/greeting/stream", StreamAsync);
        endpoints.MapGet("/greeting/swap", SwapAsync);
        endpoints.MapGet("/greeting/stuck", (Journal journal, HttpContext context) => StuckAsync(journal, context.RequestAborted));
    }

    /// <summary>Uses its scope when the response starts and when it is complete, which is after the pipeline returned.</summary>
    private static IResult LateAsync(HttpContext context, Visit visit, Journal journal)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["X-Shell"] = $"{visit.Shell}";
            return Task.CompletedTask;
        });
        context.Response.OnCompleted(() =>
        {
            journal.Add($"completed in shell {visit.Shell}");
            return Task.CompletedTask;
        });
        return Results.Text("late");
    }

    private static async Task<int> SlowAsync(Journal journal, Visit visit)
    {
        journal.Add("slow began");
        await journal.Gate.Task;
        return visit.Shell;
    }

    private static async Task<string> StreamAsync(Journal journal, ShellContext shell)
    {
        journal.Add("stream began");
        await Task.Delay(Timeout.Infinite, shell.Retiring).ContinueWith(_ => { }, TaskScheduler.Default);
        return "stream ended";
    }

    private static async Task<int> SwapAsync(FeatureManager features, Visit visit)
    {
        await features.EnableAsync(["Sample.Farewell"]);
        return visit.Shell;
    }

    private static async Task StuckAsync(Journal journal, CancellationToken aborted)
    {
        journal.Add("stuck began");
        try
        {
            await Task.Delay(Timeout.Infinite, aborted);
        }
        finally
        {
            journal.Add("stuck was cut");
        }
    }
}

[RequireFeatures("Sample.Farewell")]
public sealed class FarewellStartup : StartupBase
{
    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/greeting/and-farewell", () => "both");
}
