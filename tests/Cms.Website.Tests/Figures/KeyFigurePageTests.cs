using Cms.Website.Tests.DomainTypes;

namespace Cms.Website.Tests.Figures;

[Collection(DomainTests.Name)]
public sealed class KeyFigurePageTests(DomainWebsite website)
{
    [Theory]
    [InlineData("/fr/chiffres-cles/adherents-d-essai", "plus de 38\u202F000", "adhérents", "données\u00A0: 2020")]
    [InlineData("/en/key-figures/test-members", "more than 38,000", "members", "as of 2020")]
    public async Task Figure_says_how_exact_it_is_and_of_when(string path, string figure, string unit, string of)
    {
        var page = await website.PageAsync(path);

        Assert.All([figure, unit, of], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }
}
