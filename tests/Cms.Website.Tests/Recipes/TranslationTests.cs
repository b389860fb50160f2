using System.Text;
using System.Text.Json;
using Cms.Content.Recipes;
using Cms.Core.Security;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.Recipes;

/// <summary>Texts that a recipe translates win over those of the PO files. A website of its own: every page shows them.</summary>
public sealed class TranslationTests(SeededWebsite website) : IClassFixture<SeededWebsite>
{
    private const string Shipped = "Aller au contenu";

    [Fact]
    public async Task Running_website_shows_what_a_recipe_translates_until_it_is_taken_back()
    {
        Assert.Contains(Shipped, await website.KeptAsync("/fr/agenda-21"), StringComparison.Ordinal);

        Assert.True((await TranslateAsync("fr", "Admin Menu", "Skip to content", "Vers les isards")).IsWritten);

        await website.ShowsAsync("/fr/agenda-21", "Vers les isards");
        Assert.DoesNotContain(Shipped, await website.Client.GetStringAsync("/fr/agenda-21"), StringComparison.Ordinal);
        Assert.DoesNotContain("Vers les isards", await website.Client.GetStringAsync("/en/agenda-21"), StringComparison.Ordinal);
        Assert.False((await TranslateAsync("fr", "Admin Menu", "Skip to content", "Vers les isards")).IsWritten);

        await website.StopAsync();
        await website.StartAsync();
        await website.ShowsAsync("/fr/agenda-21", "Vers les isards");

        Assert.True((await TranslateAsync("fr", "Admin Menu", "Skip to content", "")).IsWritten);
        await website.ShowsAsync("/fr/agenda-21", Shipped);
    }

    [Fact]
    public async Task Text_is_encoded_as_every_other()
    {
        await TranslateAsync("en", "", "Skip to menu", "<script>alert('isard')</script>");

        await website.ShowsAsync("/en/agenda-21", "&lt;script&gt;alert(&#x27;isard&#x27;)&lt;/script&gt;");

        Assert.DoesNotContain("<script>alert", await website.Client.GetStringAsync("/en/agenda-21"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_that_the_website_does_not_have_is_a_warning()
    {
        var report = await TranslateAsync("de", "", "Skip to menu", "Zum Menü");

        Assert.Equal(("recipe.culture-not-set", false), (Assert.Single(report.Problems).Failure.Key, report.HasErrors));
    }

    private async Task<RecipeReport> TranslateAsync(string culture, string context, string key, string value)
    {
        var text = Of($$"""{ "name": "Translations", "translations": [ {{JsonSerializer.Serialize(new { culture, context, key, value })}} ] }""");
        return await website.Services.GetRequiredService<RecipeRunner>().RunAsync(new RecipeRequest(new RecipeSource("test.recipe.json", Encoding.UTF8.GetBytes(text), null), Actor.System));
    }
}
