using System.Text;
using Cms.Core.Hosting;

namespace Cms.Mail;

/// <summary>Writes each letter as a file (RFC 5322) into the folder <c>mail</c> of the data path, for a website without a mail server; mail programs open it.</summary>
internal sealed class MailFolder(WebsiteSettings website, MailSettings settings, TimeProvider time) : IMailSender
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async Task SendAsync(string id, Letter letter, CancellationToken token)
    {
        var folder = Directory.CreateDirectory(Path.Combine(website.DataPath, "mail")).FullName;
        var now = time.GetUtcNow();
        var file = Path.Combine(folder, FormattableString.Invariant($"{now:yyyyMMdd-HHmmss}-{id}.eml"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // Letters hold links that open accounts.
            options.UnixCreateMode = Owner;
        }

        // Whoever watches the folder never sees half a letter.
        await using (var stream = new FileStream(file + ".part", options))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(LetterFormat.Of(id, letter, settings.Sender, now)), token);
        }

        File.Move(file + ".part", file, overwrite: true);
    }
}
