using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Mail;
using Microsoft.Extensions.Configuration;

namespace Cms.Website.Tests.Mail;

public sealed class MailSettingsTests
{
    [Fact]
    public void Without_settings_letters_come_from_the_website_and_are_files()
    {
        var settings = Read();
        Assert.Equal(("noreply@www.example.org", null, 587), (settings.Sender, settings.Host, settings.Port));
    }

    [Theory]
    [InlineData("Cms:Mail:Sender", "Site <site@example.org>")]
    [InlineData("Cms:Mail:Sender", "a@example.org\r\nBcc: b@example.org")]
    [InlineData("Cms:Mail:Host", "smtp://example.org")]
    [InlineData("Cms:Mail:Host", "example.org:587")]
    [InlineData("Cms:Mail:Port", "many")]
    [InlineData("Cms:Mail:Port", "0")]
    [InlineData("Cms:Mail:Port", "465")]
    [InlineData("Cms:Mail:Port", "65536")]
    public void Value_that_can_not_be_used_is_named(string key, string value)
    {
        var refused = Assert.Throws<SettingException>(() => Read((key, value)));
        Assert.Equal(key, refused.Setting);
    }

    [Fact]
    public void User_and_password_go_together_and_with_a_server()
    {
        Assert.Equal("Cms:Mail:Password", Assert.Throws<SettingException>(() => Read(("Cms:Mail:Host", "smtp.example.org"), ("Cms:Mail:User", "me"))).Setting);
        Assert.Equal("Cms:Mail:Host", Assert.Throws<SettingException>(() => Read(("Cms:Mail:User", "me"), ("Cms:Mail:Password", "secret"))).Setting);
    }

    [Theory]
    [InlineData("a@b", true)]
    [InlineData("prenom.nom+cms@sous.exemple.fr", true)]
    [InlineData("o'neil@example.org", true)]
    [InlineData("a@xn--dpartement-b7a.fr", true)]
    [InlineData("a..b@example.org", false)]
    [InlineData(".a@example.org", false)]
    [InlineData("a@example..org", false)]
    [InlineData("a@[127.0.0.1]", false)]
    [InlineData("a b@example.org", false)]
    [InlineData("a@example.org\0", false)]
    [InlineData("a@example.org\n", false)]
    [InlineData("a@example.org,b@example.org", false)]
    [InlineData("Jean <a@example.org>", false)]
    public void Address_is_one_plain_address(string text, bool isOne) => Assert.Equal(isOne, MailAddresses.IsOne(text));

    [Theory]
    [InlineData("one\r\nBcc: b@example.org")]
    [InlineData("one\u0085two")]
    [InlineData("")]
    public void Subject_is_one_line(string subject) =>
        Assert.Equal("mail.subject", Assert.Throws<CmsException>(() => new Letter("a@example.org", subject, "text", "fr")).Key);

    private static MailSettings Read(params (string Key, string Value)[] values) => new(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build(),
        new WebsiteSettings
        {
            DataPath = Path.GetTempPath(),
            BaseUrl = new Uri("https://www.example.org"),
            AllowedHosts = [],
            TrustedProxies = [],
            TimeZone = TimeZoneInfo.Utc,
            Cultures = new CultureSettings("fr", "en"),
        });
}
