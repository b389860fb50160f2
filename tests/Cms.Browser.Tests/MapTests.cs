namespace Cms.Browser.Tests;

/// <summary>Maps as they are used: by keyboard, without script, on a telephone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MapTests(BrowserWebsite website)
{
    [BrowserFact]
    public async Task Without_script_a_visitor_enlarges_a_part_of_the_map_and_goes_to_a_project()
    {
        var page = await website.OpenAsync("/en/cooperation", script: false);
        await page.ClickAsync(".map__views a:has-text('Africa')");
        Assert.Contains("zoom=africa", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".map__spot").CountAsync());
        await page.ClickAsync(".map__spot");
        Assert.Contains("Kenya", await page.TextContentAsync("h1"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>WCAG 2.4.7, RGAA 10.7: a point that the keyboard reaches is marked and named.</summary>
    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Point_that_the_keyboard_reaches_is_marked_and_shows_its_name(bool dark)
    {
        var page = await website.OpenAsync("/fr/cooperation", width: 400, dark: dark);
        await page.FocusAsync(".map__views li:last-child a");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.classList.contains('map__spot')"));
        Assert.Equal("visible", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement.querySelector('.map__label')).visibility"));
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement.querySelector('.map__target')).stroke"));
        await page.Context.CloseAsync();
    }

    /// <summary>WCAG 2.5.8: points keep their size however narrow the map is.</summary>
    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1440)]
    public async Task Points_are_as_large_on_a_telephone_as_on_a_wide_screen(int width)
    {
        var page = await website.OpenAsync("/fr/lieux", width: width);
        var sizes = await page.EvaluateAsync<double[]>("Array.from(document.querySelectorAll('.map__target'), target => target.getBoundingClientRect().width)");
        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.True(size >= 24, $"{size}"));
        await page.Context.CloseAsync();
    }
}
