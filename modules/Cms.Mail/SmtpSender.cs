using System.Net;
using System.Net.Mail;
using System.Text;

namespace Cms.Mail;

/// <summary>
/// Hands letters to a mail server, encrypted from STARTTLS on; in the clear only to a server on this machine. TLS from the first byte (port 465) and OAuth are
/// not known to the framework's client.
/// </summary>
internal sealed class SmtpSender(MailSettings settings) : IMailSender
{
    public async Task SendAsync(string id, Letter letter, CancellationToken token)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = !IsLocal };
        if (settings.User is not null)
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        using var message = new MailMessage(settings.Sender, letter.To)
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };
        message.Headers.Add("Message-ID", LetterFormat.MessageId(id, settings.Sender));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", letter.Culture);
        await client.SendMailAsync(message, token);
    }

    private bool IsLocal => settings.Host == "localhost" || (IPAddress.TryParse(settings.Host, out var address) && IPAddress.IsLoopback(address));
}
