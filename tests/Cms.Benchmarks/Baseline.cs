using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cms.Benchmarks;

/// <summary>The hosts to compare with, as processes of this program: ASP.NET Core alone, giving one stored answer to every request.</summary>
internal static class Baseline
{
    /// <summary>Kestrel and one handler.</summary>
    public const string Bare = "serve-bare";

    /// <summary>The same behind routing and the output cache of ASP.NET Core.</summary>
    public const string Cached = "serve-cached";

    private static readonly TimeSpan _kept = TimeSpan.FromHours(1);

    public static async Task ServeAsync(string mode, string answerFile, string url)
    {
        var answer = await Answer.LoadAsync(answerFile);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (mode == Cached)
        {
            builder.Services.AddOutputCache();
        }

        await using var host = builder.Build();
        if (mode == Cached)
        {
            host.UseOutputCache();
            host.MapGet("/{**path}", context => WriteAsync(context, answer)).CacheOutput(policy => policy.Expire(_kept));
        }
        else
        {
            host.Run(context => WriteAsync(context, answer));
        }

        await host.RunAsync();
    }

    private static Task WriteAsync(HttpContext context, Answer answer)
    {
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = answer.Body.Length;
        return context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).AsTask();
    }
}
