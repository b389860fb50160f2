using Cms.Website.Tests.DomainTypes;

namespace Cms.Website.Tests.Cooperation;

[Collection(DomainTests.Name)]
public sealed class CooperationPageTests(DomainWebsite website)
{
    [Theory]
    [InlineData("/fr/cooperation/projet-d-essai", "Ville partenaire", "Le document ne nomme pas de ville", "décembre 2018")]
    [InlineData("/en/cooperation/test-project", "Partner town", "The document names no town", "December 2018")]
    public async Task Page_shows_partners_dates_and_networks(string path, string town, string note, string date)
    {
        var page = await website.PageAsync(path);

        Assert.All([town, note, date, "IFFD", "Fondation"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }
}
