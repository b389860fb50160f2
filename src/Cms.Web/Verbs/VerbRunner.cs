using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Modules;
using Cms.Web.Setup;
using Cms.Web.Verbs.Backup;
using Cms.Web.Verbs.Doctor;
using Microsoft.Extensions.Logging.Console;

namespace Cms.Web.Verbs;

/// <summary>Finds the verb that the command line names, among those of the host and then those of the modules, and runs it.</summary>
internal static class VerbRunner
{
    public static IServiceCollection AddVerbs(this IServiceCollection services) => services
        .AddSingleton<IVerb, HelpVerb>()
        .AddSingleton<IVerb, RecipeListVerb>()
        .AddSingleton<IVerb, RecipeRunVerb>()
        .AddSingleton<IVerb, BackupVerb>()
        .AddSingleton<IVerb, RestoreVerb>()
        .AddSingleton<IVerb, DoctorVerb>()
        .AddSingleton<IVerb, SearchRebuildVerb>()
        .AddSingleton<IDoctorCheck, InstallationCheck>()
        .AddSingleton<Restoration>();

    /// <summary>A verb's standard output is its result, so that scripts can read it; the log goes to the other one.</summary>
    public static void AddLogs(this WebApplicationBuilder builder, CommandLine line)
    {
        if (line.IsVerb)
        {
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }

    /// <param name="isAlone">False while the website runs.</param>
    /// <returns>The verb's exit code; <see cref="ExitCode.Failed"/> for an unknown verb.</returns>
    /// <exception cref="ModuleException">A module's verb is asked for and the enabled features can not run together.</exception>
    public static async Task<int> RunVerbAsync(this WebApplication website, IReadOnlyList<string> words, bool isAlone)
    {
        var printer = website.Services.GetRequiredService<ReportPrinter>();
        var page = isAlone ? null : website.Services.GetRequiredService<WebsiteSettings>().BaseUrl;
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            interrupted.Cancel();
        };
        if (Find(website.Services.GetServices<IVerb>(), words) is { } hosts)
        {
            return await RunAsync(hosts, words, page, printer, interrupted.Token);
        }

        await using var lease = await website.Services.GetRequiredService<ShellHost>().OpenForVerbAsync(website.Services.GetRequiredService<IFeatureStore>(), interrupted.Token);
        if (Find(lease.Services.GetServices<IVerb>(), words) is { } modules)
        {
            return await RunAsync(modules, words, page, printer, interrupted.Token);
        }

        await Console.Error.WriteLineAsync($"\"{string.Join(' ', words)}\" is not a verb; \"help\" lists them.");
        return ExitCode.Failed;
    }

    /// <summary>A shell without listener and background services, for one verb.</summary>
    public static async Task<ShellLease> OpenForVerbAsync(this ShellHost shells, IFeatureStore store, CancellationToken token)
    {
        if (shells.Current is null)
        {
            await shells.StartAsync(await store.LoadAsync(token), serving: false, token);
        }

        return shells.TryLease() ?? throw new InvalidOperationException("The shell ended while a verb asked for it.");
    }

    private static IVerb? Find(IEnumerable<IVerb> verbs, IReadOnlyList<string> words) => verbs
        .Where(v => Words(v) is var name && name.Length <= words.Count && name.SequenceEqual(words.Take(name.Length), StringComparer.Ordinal))
        .MaxBy(v => Words(v).Length);

    /// <param name="running">Address of the running website; null when there is none.</param>
    private static async Task<int> RunAsync(IVerb verb, IReadOnlyList<string> words, Uri? running, ReportPrinter printer, CancellationToken token)
    {
        IReadOnlyList<string> arguments = [.. words.Skip(Words(verb).Length)];
        if (running is not null && verb.PageInstead(arguments) is { } page)
        {
            await Console.Error.WriteLineAsync($"The website runs, and \"{verb.Name}\" would write beside it. Use {new Uri(running, page)}, or stop the website first.");
            return ExitCode.Failed;
        }

        try
        {
            return await verb.RunAsync(arguments, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return ExitCode.Failed;
        }
        catch (CmsException e)
        {
            await Console.Error.WriteLineAsync(printer.Text(e));
            return ExitCode.Failed;
        }
    }

    private static string[] Words(IVerb verb) => verb.Name.Split(' ');
}
