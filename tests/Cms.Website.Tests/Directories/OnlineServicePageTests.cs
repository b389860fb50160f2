using Cms.Website.Tests.DomainTypes;

namespace Cms.Website.Tests.Directories;

[Collection(DomainTests.Name)]
public sealed class OnlineServicePageTests(DomainWebsite website)
{
    [Theory]
    [InlineData("/fr/services-en-ligne/service-d-essai")]
    [InlineData("/en/online-services/test-service")]
    public async Task Service_leads_to_its_website(string path) => Assert.Contains("href=\"https://example.org/service\"", await website.PageAsync(path), StringComparison.Ordinal);
}
