using Cms.Website.Tests.DomainTypes;

namespace Cms.Website.Tests.Testimonials;

[Collection(DomainTests.Name)]
public sealed class TestimonialPageTests(DomainWebsite website)
{
    [Fact]
    public async Task Quotation_stands_in_its_own_language_with_our_translation_beneath()
    {
        var english = await website.PageAsync("/en/testimonials/test-quotation");
        var french = await website.PageAsync("/fr/temoignages/citation-d-essai");

        Assert.Matches("<blockquote class=\"quote__text\" lang=\"fr\">\\s*<p>«\\s?Le sport nous unit\\.\\s?»", english);
        Assert.Contains("Our translation", english, StringComparison.Ordinal);
        Assert.Contains("“Sport unites us.”", english, StringComparison.Ordinal);
        Assert.Contains("<blockquote class=\"quote__text\">", french, StringComparison.Ordinal);
        Assert.DoesNotContain("Notre traduction", french, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reported_speech_has_no_quotation_marks()
    {
        var page = await website.PageAsync("/en/testimonials/test-report");

        Assert.Contains("She welcomed the athletes.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<blockquote", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participant_without_words_has_no_empty_quotation()
    {
        var page = await website.PageAsync("/fr/temoignages/participant-d-essai");

        Assert.Contains("Camille Essai", page, StringComparison.Ordinal);
        Assert.Contains("sans rapporter ses mots", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<blockquote", page, StringComparison.Ordinal);
    }
}
