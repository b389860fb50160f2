using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Web;
using Cms.Web.Settings;
using Cms.Web.Verbs;
using Microsoft.Extensions.Configuration;

namespace Cms.Website.Tests.Shell;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Defaults_are_those_of_the_contract()
    {
        using var root = new TemporaryFolder();
        var reader = Reader(root.Path);
        var settings = reader.Read();

        Assert.Equal(["http://localhost:5080"], reader.Urls());
        Assert.Equal(new Uri("http://localhost:5080"), settings.BaseUrl);
        Assert.Equal(["localhost", "127.0.0.1"], settings.AllowedHosts);
        Assert.Equal(Path.Combine(root.Path, "App_Data"), settings.DataPath);
        Assert.Equal(["fr", "en"], settings.Cultures.Names);
        Assert.Equal("Europe/Paris", settings.TimeZone.Id);
        Assert.Empty(settings.TrustedProxies);
        Assert.False(settings.IsHttps);
    }

    [Theory]
    [InlineData("http://*:8080", "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:80;http://127.0.0.1:5081", "http://localhost/")]
    [InlineData("http://[::]:5082", "http://localhost:5082/")]
    [InlineData("https://www.example.org", "https://www.example.org/")]
    public void Base_address_is_the_first_address_listened_on(string urls, string expected) =>
        Assert.Equal(expected, Read(("urls", urls)).BaseUrl.AbsoluteUri);

    [Fact]
    public void Base_address_gives_the_allowed_host()
    {
        Assert.Equal(["www.example.org", "localhost", "127.0.0.1"], Read(("Cms:BaseUrl", "https://www.example.org")).AllowedHosts);
        Assert.Equal(["a.example", "*.b.example"], Read(("AllowedHosts", "a.example; *.b.example")).AllowedHosts);
    }

    [Fact]
    public void Lists_are_one_value_or_several()
    {
        Assert.Equal(["en", "fr"], Read(("Cms:Cultures", "en,fr")).Cultures.Names);
        Assert.Equal(["en", "de"], Read(("Cms:Cultures:0", "en"), ("Cms:Cultures:1", "de")).Cultures.Names);
        Assert.Equal(["10.0.0.5/32", "10.1.0.0/16", "::1/128"], Read(("Cms:TrustedProxies", "10.0.0.5, 10.1.0.0/16, ::1")).TrustedProxies.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("fr, fr")]
    [InlineData("français")]
    public void Cultures_that_are_unknown_or_named_twice_are_refused(string cultures) =>
        Assert.Equal("Cms:Cultures", Assert.Throws<SettingException>(() => Read(("Cms:Cultures", cultures))).Setting);

    [Theory]
    [InlineData("", "--Cms:DataPath /x", "--Cms:DataPath /x")]
    [InlineData("recipe run a.json --dry-run", "", "recipe run a.json --dry-run")]
    [InlineData("user add bob --role Editor", "--Cms:DataPath /x", "user add bob --role Editor --Cms:DataPath /x")]
    [InlineData("doctor", "--Cms:DataPath=/x", "--Cms:DataPath=/x doctor")]
    public void Command_line_is_split_into_verb_and_settings(string verb, string settings, string line)
    {
        var parsed = CommandLine.Parse(line.Split(' '));

        Assert.Equal((verb, settings), (string.Join(' ', parsed.Verb), string.Join(' ', parsed.Settings)));
    }

    [Fact]
    public void Published_program_is_its_own_content_root_and_a_build_output_is_not()
    {
        using var root = new TemporaryFolder();
        var project = Directory.CreateDirectory(Path.Combine(root.Path, "src", "Cms.Web")).FullName;
        File.WriteAllText(Path.Combine(project, "Cms.Web.csproj"), "");

        Assert.Equal(project, ContentRoot.Find(Path.Combine(root.Path, "artifacts", "bin", "Cms.Web", "release") + "/"));
        Assert.Equal(Path.Combine(root.Path, "artifacts", "publish", "Cms.Web", "release"), ContentRoot.Find(Path.Combine(root.Path, "artifacts", "publish", "Cms.Web", "release")));
        Assert.Equal(root.Path, ContentRoot.Find(root.Path));
    }

    private static WebsiteSettings Read(params (string Key, string Value)[] values)
    {
        using var root = new TemporaryFolder();
        return Reader(root.Path, values).Read();
    }

    private static SettingsReader Reader(string contentRoot, params (string Key, string Value)[] values) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build(), contentRoot);

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("cms-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
