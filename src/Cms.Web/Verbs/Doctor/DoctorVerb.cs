using System.Text.Json;
using Cms.Core.Hosting;
using Cms.Core.Modules;

namespace Cms.Web.Verbs.Doctor;

/// <summary>Looks after the installation: the checks of the host, then those of the enabled modules.</summary>
internal sealed class DoctorVerb(IServiceProvider host, ShellHost shells, IFeatureStore store) : IVerb
{
    public string Name => "doctor";

    public string Usage => "checks settings, database and content";

    public string? PageInstead(IReadOnlyList<string> arguments) => null;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        var errors = await PrintAsync(host.GetServices<IDoctorCheck>(), token);
        try
        {
            await using var lease = await shells.OpenForVerbAsync(store, token);
            errors += await PrintAsync(lease.Services.GetServices<IDoctorCheck>(), token);
        }
        catch (Exception e) when (e is ModuleException or JsonException)
        {
            await PrintAsync(new DoctorFinding(true, "features", e.Message));
            errors++;
        }

        await Console.Out.WriteLineAsync(errors == 0 ? "No errors." : $"{errors} errors.");
        return errors == 0 ? 0 : ExitCode.Failed;
    }

    private static async Task<int> PrintAsync(IEnumerable<IDoctorCheck> checks, CancellationToken token)
    {
        var errors = 0;
        foreach (var check in checks)
        {
            foreach (var finding in await FindAsync(check, token))
            {
                await PrintAsync(finding);
                errors += finding.IsError ? 1 : 0;
            }
        }

        return errors;
    }

    /// <summary>A check that fails has found something as well.</summary>
    private static async Task<IReadOnlyList<DoctorFinding>> FindAsync(IDoctorCheck check, CancellationToken token)
    {
        try
        {
            return await check.FindAsync(token);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return [new DoctorFinding(true, check.GetType().Name, e.Message)];
        }
    }

    private static Task PrintAsync(DoctorFinding finding) =>
        Console.Out.WriteLineAsync($"{(finding.IsError ? "error" : "warning")}: {finding.Subject}: {finding.Text.ReplaceLineEndings(" ")}");
}
