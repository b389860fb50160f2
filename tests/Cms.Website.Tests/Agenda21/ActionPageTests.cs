using Cms.Website.Tests.DomainTypes;

namespace Cms.Website.Tests.Agenda21;

[Collection(DomainTests.Name)]
public sealed class ActionPageTests(DomainWebsite website)
{
    [Theory]
    [InlineData("/fr/agenda-21/9-8-7", "Service pilote", "En cours", "Arbres plantés", "1\u202F200 (décembre 2025)", "Contenus liés", "/fr/programmes/programme-d-essai")]
    [InlineData("/en/agenda-21/9-8-7", "Lead service", "In progress", "Trees planted", "1,200 (December 2025)", "Linked", "/en/programmes/test-programme")]
    public async Task Page_shows_who_leads_how_far_it_is_what_was_measured_and_what_belongs_to_it(string path, string lead, string status, string indicator, string reading, string linked, string programme)
    {
        var page = await website.PageAsync(path);

        Assert.All([lead, status, indicator, reading, linked, $"href=\"{programme}\""], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }
}
