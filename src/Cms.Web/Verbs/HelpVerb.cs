using Cms.Core.Hosting;
using Cms.Core.Modules;

namespace Cms.Web.Verbs;

/// <summary>Lists the verbs of the host and of the enabled modules.</summary>
internal sealed class HelpVerb(IServiceProvider host, ShellHost shells, IFeatureStore store) : IVerb
{
    public string Name => "help";

    public string Usage => "lists the verbs";

    public string? PageInstead(IReadOnlyList<string> arguments) => null;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        await Console.Out.WriteLineAsync("Cms.Web [--SETTING VALUE …]         serves the website\nCms.Web VERB … [--SETTING VALUE …]  does one thing and ends:\n");
        await ListAsync(host.GetServices<IVerb>());
        try
        {
            await using var lease = await shells.OpenForVerbAsync(store, token);
            await ListAsync(lease.Services.GetServices<IVerb>());
        }
        catch (ModuleException e)
        {
            await Console.Error.WriteLineAsync($"The verbs of the modules can not be listed. {e.Message}");
        }

        return 0;
    }

    private static async Task ListAsync(IEnumerable<IVerb> verbs)
    {
        foreach (var verb in verbs.OrderBy(v => v.Name, StringComparer.Ordinal))
        {
            await Console.Out.WriteLineAsync($"  {verb.Name} {verb.Usage}");
        }
    }
}
