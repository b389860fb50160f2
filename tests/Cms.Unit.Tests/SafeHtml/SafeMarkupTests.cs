using System.Text.Encodings.Web;
using Cms.Display.SafeHtml;

namespace Cms.Unit.Tests.SafeHtml;

public sealed class SafeMarkupTests
{
    [Fact]
    public void Keeps_what_texts_are_made_of()
    {
        const string Html = "<h2>T</h2><p lang=\"en\">a <strong>b</strong> <em>c</em> <a href=\"/fr/x?y=1&amp;z=2#f\" hreflang=\"fr\">d</a><br>e</p><ul><li>f</li></ul><pre><code>g</code></pre>"
            + "<blockquote><p>h</p></blockquote><img src=\"/media/a.webp\" alt=\"i\" width=\"10\" height=\"20\" loading=\"lazy\"><table><thead><tr><th scope=\"col\">j</th></tr></thead>"
            + "<tbody><tr><td colspan=\"2\">k</td></tr></tbody></table><p>1<sup>er</sup></p>";
        Assert.Equal(Html, SafeMarkup.From(Html, new HtmlRules()).Markup);
    }

    [Fact]
    public void A_forbidden_element_goes_with_what_it_holds_and_an_unknown_one_leaves_its_text()
    {
        Assert.Equal("ab", Clean("a<script>x</script><style>y</style><svg><text>z</text></svg>b"));
        Assert.Equal("<p>text</p>", Clean("<section><p><font>te</font><x-y>xt</x-y></p></section>"));
    }

    [Theory]
    [InlineData("/fr/programmes", "/fr/programmes")]
    [InlineData("programmes#a", "programmes#a")]
    [InlineData("?page=2", "?page=2")]
    [InlineData("#haut", "#haut")]
    [InlineData(" https://exemple.fr/é?a=b ", "https://exemple.fr/é?a=b")]
    [InlineData("HTTPS://exemple.fr", "HTTPS://exemple.fr")]
    [InlineData("mailto:agenda21@cg64.fr?subject=Agenda%2021", "mailto:agenda21@cg64.fr?subject=Agenda%2021")]
    [InlineData("tel:+33559114533", "tel:+33559114533")]
    [InlineData("/a:b", "/a:b")]
    public void Good_addresses_stay(string typed, string kept) => Assert.Equal(kept, SafeUrl.ForLink(typed));

    [Fact]
    public void Links_to_other_hosts_are_marked_and_those_to_the_website_are_not()
    {
        var rules = new HtmlRules(SiteHost: "www.departement.fr");
        var links = Markup.Clean("<a href=https://exemple.fr>a</a><a href=https://WWW.departement.fr/x rel=opener target=_blank>b</a><a href=/c>c</a>", rules).QuerySelectorAll("a");
        Assert.Equal(["external noopener", null, null], links.Select(a => a.GetAttribute("rel")));
        Assert.All(links, a => Assert.False(a.HasAttribute("target")));
    }

    [Fact]
    public void Headers_say_of_what_and_pictures_have_a_text()
    {
        var body = Markup.Clean("<table><thead><tr><th>a<tbody><tr><th>b<td>c</table><img src=/x>");
        Assert.Equal(["col", "row"], body.QuerySelectorAll("th").Select(th => th.GetAttribute("scope")));
        Assert.Equal("", body.QuerySelector("img")!.GetAttribute("alt"));
    }

    [Fact]
    public void The_pages_own_h1_stays_the_only_one() => Assert.Equal("<h2>x</h2>", Clean("<h1>x</h1>"));

    [Fact]
    public void A_text_is_encoded()
    {
        using var writer = new StringWriter();
        SafeMarkup.FromText("<b> & \"c\"").WriteTo(writer, HtmlEncoder.Default);
        Assert.Equal("&lt;b&gt; &amp; &quot;c&quot;", writer.ToString());
    }

    [Theory]
    [InlineData("<div>", "</div>", 40_000)]
    [InlineData("<ul><li>", "", 20_000)]
    [InlineData("<span><div></span></div>", "", 20_000)]
    [InlineData("<b><p>", "", 20_000)]
    [InlineData("<table><tr><td>", "", 20_000)]
    [InlineData("<div><!--</div>-->", "", 20_000)]
    [InlineData("<div title=\"</div>\">", "", 20_000)]
    [InlineData("<div =\"><div><div>", "", 20_000)]
    [InlineData("<div a='><div b=\">", "", 20_000)]
    [InlineData("<div <div>", "", 20_000)]
    [InlineData("<svg><g>", "", 20_000)]
    [InlineData("<script></script><div></div x></p><i>", "", 20_000)]
    [InlineData("<x/><y/>", "", 20_000)]
    [InlineData("<div></ ></div></!><em>", "", 20_000)]
    public void Depth_bombs_are_refused_before_they_are_parsed(string open, string close, int times)
    {
        var bomb = string.Concat(Enumerable.Repeat(open, times)) + string.Concat(Enumerable.Repeat(close, times));
        Assert.False(HtmlDepth.IsWithin(bomb, HtmlRules.MaxDepth));
        Assert.Equal("text.too_deep", Assert.Throws<HtmlLimitException>(() => Clean(bomb)).Key);
    }

    [Fact]
    public void A_hundred_levels_are_shown_and_one_more_is_not()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("<div>", levels)) + "x" + string.Concat(Enumerable.Repeat("</div>", levels));
        Assert.Equal(Nested(100), Clean(Nested(100)));
        Assert.Throws<HtmlLimitException>(() => Clean(Nested(101)));
    }

    [Fact]
    public void A_long_flat_text_is_not_deep()
    {
        var html = string.Concat(Enumerable.Repeat("<p title='a>b'>x<br/><i>y</i></p><ul><li>z<li>z</ul>", 20)) + string.Concat(Enumerable.Repeat("<p>x", 2_000));
        Assert.True(HtmlDepth.IsWithin(html, HtmlRules.MaxDepth));
        Assert.Equal(2_020, Markup.Clean(html).QuerySelectorAll("p").Length);
    }

    [Fact]
    public void Formatting_that_a_parser_repeats_without_end_is_refused()
    {
        var bomb = string.Concat(Enumerable.Range(0, 90).Select(i => $"<b title={i}>")) + string.Concat(Enumerable.Repeat("<p>x</p>", 5_000));
        Assert.Throws<HtmlLimitException>(() => Clean($"<p>{bomb}"));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused()
    {
        var failure = Assert.Throws<HtmlLimitException>(() => Clean(new string('x', HtmlRules.MaxLength + 1)));
        Assert.Equal(("text.too_long", 400), (failure.Key, failure.Status));
    }

    private static string Clean(string html) => SafeMarkup.From(html, new HtmlRules()).Markup;
}
