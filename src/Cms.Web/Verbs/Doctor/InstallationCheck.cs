using Cms.Core.Hosting;

namespace Cms.Web.Verbs.Doctor;

/// <summary>Settings and folders of the installation.</summary>
internal sealed class InstallationCheck(WebsiteSettings settings) : IDoctorCheck
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token) => Task.FromResult<IReadOnlyList<DoctorFinding>>([.. Settings(), .. Keys()]);

    private IEnumerable<DoctorFinding> Settings()
    {
        if (settings.AllowedHosts.Contains("*"))
        {
            yield return new DoctorFinding(true, "AllowedHosts", "* answers every host name, forged ones too; name the website's own");
        }

        if (!settings.IsHttps)
        {
            yield return new DoctorFinding(false, "Cms:BaseUrl", $"{settings.BaseUrl} is plain http, for the machine itself only; visitors need https");
        }
    }

    private IEnumerable<DoctorFinding> Keys()
    {
        var folder = Path.Combine(settings.DataPath, "keys");
        if (!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*.xml").Any())
        {
            yield return new DoctorFinding(false, "keys", $"{folder} holds no keys yet; the first sign-in makes them");
            yield break;
        }

        if (Directory.EnumerateFiles(folder, "*.xml").FirstOrDefault(IsOpen) is { } open)
        {
            yield return new DoctorFinding(false, "keys", $"{open} can be read by every account of the machine; take that right away");
        }
    }

    private static bool IsOpen(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0;
}
