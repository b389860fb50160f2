using Cms.Core.Errors;
using Cms.Core.Hosting;
using Microsoft.Extensions.Configuration;

namespace Cms.Mail;

/// <summary>Section <c>Cms:Mail</c> of the settings; says which value is wrong and how to mend it.</summary>
public sealed class MailSettings
{
    private const int DefaultPort = 587;
    private const int ImplicitTls = 465;
    private const int MostPorts = 65_535;
    private readonly IConfiguration _configuration;

    /// <exception cref="SettingException">A value can not be used.</exception>
    public MailSettings(IConfiguration configuration, WebsiteSettings website)
    {
        _configuration = configuration;
        (Sender, Host, Port) = (ReadSender(website), ReadHost(), ReadPort());
        (User, Password) = (Text("Cms:Mail:User"), Text("Cms:Mail:Password"));
        if (User is null != Password is null)
        {
            throw new SettingException(User is null ? "Cms:Mail:User" : "Cms:Mail:Password", null, "give user and password, or neither");
        }

        if (Host is null && User is not null)
        {
            throw new SettingException("Cms:Mail:Host", null, "a user and a password are for a mail server; name it");
        }
    }

    /// <summary>The address that letters come from.</summary>
    public string Sender { get; }

    /// <summary>Mail server; null writes files into the folder <c>mail</c> of the data path.</summary>
    public string? Host { get; }

    public int Port { get; }

    public string? User { get; }

    public string? Password { get; }

    private string ReadSender(WebsiteSettings website)
    {
        const string Key = "Cms:Mail:Sender";
        var text = Text(Key) ?? $"noreply@{website.BaseUrl.IdnHost.Trim('[', ']').Replace(':', '-')}";
        return MailAddresses.IsOne(text) ? text : throw new SettingException(Key, text, "give one plain address like site@example.org");
    }

    private string? ReadHost()
    {
        const string Key = "Cms:Mail:Host";
        var text = Text(Key);
        return text is null || Uri.CheckHostName(text) != UriHostNameType.Unknown ? text : throw new SettingException(Key, text, "give the mail server's name, like smtp.example.org, without scheme and port");
    }

    private int ReadPort()
    {
        const string Key = "Cms:Mail:Port";
        var text = Text(Key);
        if (text is null)
        {
            return DefaultPort;
        }

        if (!int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var port) || port is < 1 or > MostPorts)
        {
            throw new SettingException(Key, text, "give a number from 1 to 65535, usually 587");
        }

        return port != ImplicitTls ? port : throw new SettingException(Key, text, "a server there speaks TLS from the first byte; give the port for STARTTLS, usually 587");
    }

    private string? Text(string key) => _configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
