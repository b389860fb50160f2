using Microsoft.Playwright;

namespace Cms.Browser.Tests;

/// <summary>One visitor who goes through many pages; what is wrong is gathered, so that a failed test names every page that needs mending.</summary>
internal static class Walk
{
    /// <summary>Has every page looked at by <paramref name="look"/>, and fails with all that it found.</summary>
    public static async Task FindsNothingAsync(
        this BrowserWebsite website, IEnumerable<string> paths, Func<IPage, Task<string[]>> look, int width = 1280, int height = 900, bool signedIn = false, bool dark = false)
    {
        var page = await website.OpenAsync("/login", width, height, dark);
        if (signedIn)
        {
            await SignInAsync(page);
        }

        var faults = new List<string>();
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal(PageTypes.IsLost(path) ? 404 : 200, answer!.Status);
            faults.AddRange((await look(page)).Select(fault => $"{path}: {fault}"));
        }

        await page.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>On the page where one signs in.</summary>
    public static async Task SignInAsync(this IPage page)
    {
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", BrowserWebsite.Password);
        await page.ClickAsync("form.login__box button");
    }
}
