using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Data;

namespace Cms.Web;

/// <summary>The claim of this process on the data folder: one writes, the website or a verb.</summary>
internal static class DataFolder
{
    /// <returns>Null for a verb beside the running website.</returns>
    /// <exception cref="SettingException">The folder can not be used, or another website runs on it.</exception>
    public static IDisposable? Claim(WebsiteSettings settings, bool isVerb)
    {
        IDisposable? held;
        try
        {
            held = DataFolderLock.TryAcquire(settings.DataPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(DatabaseSettings.DataPathKey, settings.DataPath, $"give a folder that this account may read and write ({e.Message.ReplaceLineEndings(" ")})");
        }

        return held is not null || isVerb
            ? held
            : throw new SettingException(DatabaseSettings.DataPathKey, settings.DataPath, "another program of the website runs on this folder; stop it or give another folder");
    }
}
