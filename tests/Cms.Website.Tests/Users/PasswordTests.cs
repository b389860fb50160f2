using System.Net;
using Cms.Users;

namespace Cms.Website.Tests.Users;

public sealed class PasswordTests(UserSite site) : IClassFixture<UserSite>
{
    private const string Another = "quatre poires et une limace verte";

    [Fact]
    public async Task One_time_password_has_to_be_replaced_before_anything_else()
    {
        await site.AddAsync("fresh", "Administrator", mustChange: true);
        using var browser = site.Open();
        using var signedIn = await browser.SignInAsync("fresh", UserSite.Password, "/admin/content");
        Assert.StartsWith("/account/password?ReturnUrl=", signedIn.Headers.Location!.OriginalString, StringComparison.Ordinal);
        foreach (var address in (string[])["/admin", "/admin/features", "/account/tokens"])
        {
            using var refused = await browser.GetAsync(address);
            Assert.StartsWith("/account/password", refused.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        using var changed = await ChangeAsync(browser, UserSite.Password, Another, Another);

        Assert.Equal("/admin/content", changed.Headers.Location?.OriginalString);
        Assert.Equal(200, await browser.StatusAsync("/admin"));
        using var old = site.Open();
        using var refusedOld = await old.SignInAsync("fresh", UserSite.Password);
        Assert.Equal(HttpStatusCode.OK, refusedOld.StatusCode);
    }

    [Fact]
    public async Task New_password_ends_the_other_sign_ins()
    {
        await site.AddAsync("moved", "Editor");
        using var other = await site.OpenAsAsync("moved");
        using var browser = await site.OpenAsAsync("moved");
        Assert.Equal(200, await other.StatusAsync("/admin"));

        using var changed = await ChangeAsync(browser, UserSite.Password, Another, Another);

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(200, await browser.StatusAsync("/admin"));
        Assert.Equal(302, await other.StatusAsync("/admin"));
    }

    [Theory]
    [InlineData("wrong current one", Another, Another)]
    [InlineData(UserSite.Password, Another, "something else entirely")]
    [InlineData(UserSite.Password, UserSite.Password, UserSite.Password)]
    [InlineData(UserSite.Password, "short", "short")]
    [InlineData(UserSite.Password, "", "")]
    public async Task Bad_change_is_refused_and_changes_nothing(string current, string wanted, string repeat)
    {
        var name = "keeper" + Guid.NewGuid().ToString("N")[..8];
        await site.AddAsync(name, "Editor");
        using var browser = await site.OpenAsAsync(name);

        using var refused = await ChangeAsync(browser, current, wanted, repeat);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("role=\"alert\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = await site.OpenAsAsync(name);
    }

    [Theory]
    [InlineData("eleven char", "password.too-short")]
    [InlineData("123456789012", "password.common")]
    [InlineData("motdepasse123", "password.common")]
    [InlineData("Football2024!!", "password.common")]
    [InlineData("1qaz2wsx3edc", "password.common")]
    [InlineData("abcabcabcabc", "password.common")]
    [InlineData("aaaaaaaaaaaaaaaa", "password.common")]
    [InlineData("Département-2027", "password.common")]
    [InlineData("Conseil-Marguerite-64", "password.names")]
    [InlineData("marguerite1marguerite", "password.names")]
    public async Task Guessers_first_passwords_are_refused(string password, string key) => await site.RunAsync<PasswordRules>(rules =>
    {
        Assert.Equal(key, Assert.Single(rules.Check(password, new Account { Name = "marguerite" })).Key);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData("trois pommes et un escargot bleu")]
    [InlineData("correcthorsebattery")]
    [InlineData("xK9#mQ2$vL5@")]
    [InlineData("ééééàààà ççêê ùù")]
    public async Task Long_passwords_of_any_kind_are_taken(string password) => await site.RunAsync<PasswordRules>(rules =>
    {
        Assert.Empty(rules.Check(password, new Account { Name = "marguerite" }));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Overlong_password_is_refused_before_it_costs_anything() => await site.RunAsync<PasswordRules>(rules =>
    {
        Assert.Equal("password.too-long", Assert.Single(rules.Check(string.Concat(Enumerable.Range(0, 60).Select(i => $"{i} ")), new Account())).Key);
        return Task.CompletedTask;
    });

    [Fact]
    public void One_time_passwords_differ_and_keep_their_own_rules()
    {
        var made = Enumerable.Range(0, 100).Select(_ => Accounts.OneTimePassword()).ToHashSet();
        Assert.Equal(100, made.Count);
        Assert.All(made, password => Assert.Equal(23, password.Length));
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string current, string wanted, string repeat) => browser.SendAsync(
        "/account/password", "/account/password", ("Current", current), ("New", wanted), ("Repeat", repeat), ("ReturnUrl", "/admin/content"));
}
