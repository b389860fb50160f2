using System.Net;

namespace Cms.Website.Tests.Users;

public sealed class SecureCookieTests(SecureCookieTests.SecureSite site) : IClassFixture<SecureCookieTests.SecureSite>
{
    [Fact]
    public async Task Cookies_of_a_secure_website_are_secure_and_bound_to_its_host()
    {
        await site.AddAsync("secure", "Editor");
        using var browser = site.Open();
        using var form = await browser.GetAsync("/login?culture=en");
        using var signedIn = await browser.SignInAsync("secure", UserSite.Password);

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        var session = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-session=", StringComparison.Ordinal));
        foreach (var cookie in form.Headers.GetValues("Set-Cookie").Append(session))
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(200, await browser.StatusAsync("/admin"));
    }

    public sealed class SecureSite : UserSite
    {
        protected override string Address => "https://localhost";

        protected override IEnumerable<(string Key, string Value)> Settings => [("Cms:BaseUrl", "https://localhost")];
    }
}
