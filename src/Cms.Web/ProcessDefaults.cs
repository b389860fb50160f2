using System.Globalization;
using Cms.Core.Errors;

namespace Cms.Web;

/// <summary>What holds for the whole process, set before anything else runs.</summary>
internal static class ProcessDefaults
{
    /// <summary>Earlier ones accept forged cookies (CVE-2026-40372).</summary>
    private static readonly Version _minimumRuntime = new(10, 0, 7);

    /// <exception cref="SettingException">The runtime is too old.</exception>
    public static void Apply()
    {
        // A hostile text must not keep a regular expression busy for ever; read by the first Regex of the process.
        AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(1));
        // The language is the request's, never the machine's.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        if (Environment.Version < _minimumRuntime)
        {
            throw new SettingException(".NET runtime", Environment.Version.ToString(), $"install {_minimumRuntime} or newer");
        }
    }
}
