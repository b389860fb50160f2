using Cms.Website.Tests.Api;

namespace Cms.Website.Tests.Pages;

/// <summary>Each address of a list has a title of its own (RGAA 8.6); the heading stays that of the list.</summary>
[Collection(SeededWebsiteTests.Name)]
public sealed class ListTitleTests(SeededWebsite website)
{
    [Theory]
    [InlineData("/fr/programmes", "Programmes – Départements", "Programmes")]
    [InlineData("/fr/programmes?theme=innovation", "Programmes\u00A0: Innovation – Départements", "Programmes")]
    [InlineData("/en/events?month=2023-11", "Events: November 2023 – Départements", "Events")]
    [InlineData("/en/places?kind=mds&publisher=13", "Places: Maison départementale de la solidarité (MDS), Département des Bouches-du-Rhône – Départements", "Places")]
    public async Task Title_says_what_the_list_is_narrowed_to(string path, string title, string heading)
    {
        var page = await website.PageAsync(path);

        Assert.Equal(title, page.Title);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
    }
}
