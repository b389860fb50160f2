using System.Globalization;
using Cms.Display.SafeHtml;

namespace Cms.Unit.Tests.SafeHtml;

public sealed class MarkdownRendererTests : IDisposable
{
    private static readonly CultureInfo _fr = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo _en = CultureInfo.GetCultureInfo("en-GB");
    private readonly SafeHtmlCache _cache = new();

    public static TheoryData<string> Payloads =>
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x]( javascript:alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](<java\tscript:alert(1)>)",
        "[x](javascript&colon;alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](\\javascript:alert(1))",
        "[x](javascript:alert(1) \"title\")",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg)",
        "[x](vbscript:msgbox(1))",
        "[x](//evil.test)",
        "[x](\\\\evil.test)",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "[x]\n\n[x]: <data:text/html,x>",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "<vbscript:x>",
        "![x](javascript:alert(1))",
        "![x](https://evil.test/p.gif)",
        "![x](//evil.test/p.gif)",
        "![x](data:image/svg+xml,x)",
        "![x\" onerror=\"alert(1)](/y)",
        "![x](/y\" onerror=\"alert(1))",
        "[![x](javascript:alert(1))](javascript:alert(2))",
        "[x](/y \"z\\\" onclick=\\\"alert(1)\")",
        "[x](/y '\"><script>alert(1)</script>')",
        "# x {onclick=alert(1)}",
        "[x](/y){onclick=alert(1)}",
        "*x*{#cookie .y style=z}",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=alert(1)>c</b>",
        "<!-- --><svg onload=alert(1)>",
        "<div>\n\n*x*\n\n</div>",
        "`<script>alert(1)</script>`",
        "```\"><script>alert(1)</script>\nx\n```",
        "```html onclick=alert(1)\n</code></pre><script>alert(1)</script>\n```",
        "    </code></pre><script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "|a|\n|-|\n|<script>alert(1)</script>|",
        "|a|\n|:-:|\n|[x](javascript:alert(1))|",
        "https://evil.test/\"onclick=alert(1)",
        "www.evil.test/<script>",
        "mailto:a@b.fr?bcc=x@evil.test",
        "[x](item:a\"onclick=alert(1))",
        "[x](item:../admin)",
        "[x](media:javascript:alert(1))",
        "[x](lang:fr\"onclick=alert(1))",
        "[x](lang:<script>)",
        "![x](lang:fr)",
        "[<script>alert(1)</script>](lang:fr)",
        "[x](item:evil)",
        "![x](media:evil)",
        "$$\n\\href{javascript:alert(1)}{x}\n$$",
        "[^1]\n\n[^1]: <script>alert(1)</script>",
        "\u0000<script>\u0000alert(1)",
        "~~<s onclick=alert(1)>~~ H~<b>~O x^<i>^",
    ];

    public void Dispose() => _cache.Dispose();

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Nothing_that_runs_comes_through(string payload)
    {
        foreach (var culture in new[] { _fr, _en })
        {
            Markup.AssertSafe(Html(payload, culture, _ => "javascript:alert(1)"));
            Markup.AssertSafe(Html($"> - {payload}\n\n**x** {payload}", culture, _ => "/\"><script>alert(1)</script>"));
        }
    }

    [Fact]
    public void Renders_the_safe_part_of_Markdown()
    {
        Assert.Equal(
            "<p><strong>a</strong> <em>b</em> <del>c</del> H<sub>2</sub>O x<sup>2</sup> <code>d</code></p>\n",
            Html("**a** *b* ~~c~~ H~2~O x^2^ `d`", _en));
        var table = Markup.Body(Html("|a|b|\n|-|-|\n|1|2|", _en));
        Assert.Equal(["col", "col"], table.QuerySelectorAll("thead th").Select(th => th.GetAttribute("scope")));
        Assert.Equal(2, table.QuerySelectorAll("td").Length);
    }

    [Fact]
    public void Html_is_shown_as_typed() => Assert.Equal("<b>x</b>", Markup.Body(Html("<b>x</b>", _en)).TextContent.Trim());

    [Theory]
    [InlineData("# a\n## b\n# c", 2, "H2 H3 H2")]
    [InlineData("### a\n##### b\n### c\n# d", 2, "H2 H3 H2 H2")]
    [InlineData("# a\n## b\n### c\n#### d\n##### e\n###### f", 4, "H4 H5 H6 H6 H6 H6")]
    [InlineData("a\n=\nb\n-", 3, "H3 H4")]
    public void Headings_start_at_the_given_level_and_leave_no_gap(string markdown, int first, string expected)
    {
        var html = new MarkdownRenderer(_cache).Render(markdown, new MarkdownView(_fr, FirstHeading: first)).Html.Markup;
        Assert.Equal(expected, string.Join(' ', Markup.Body(html).QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.TagName)));
    }

    [Fact]
    public void Internal_links_and_pictures_lead_where_the_resolver_says()
    {
        var body = Markup.Body(Html("[a *b*](item:4x_Y-1#haut) ![c](media:9z)", _fr, link => link.Kind == InternalLinkKind.Item ? $"/fr/{link.Id}" : "/media/c.webp"));
        Assert.Equal("/fr/4x_Y-1#haut", body.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(("/media/c.webp", "c"), (body.QuerySelector("img")!.GetAttribute("src"), body.QuerySelector("img")!.GetAttribute("alt")));
    }

    [Theory]
    [InlineData("see [the *plan*](item:gone)")]
    [InlineData("see [the *plan*](item:bad/../id)")]
    [InlineData("see ![the *plan*](media:gone)")]
    [InlineData("see [the *plan*](javascript:alert(1))")]
    public void A_link_that_leads_nowhere_is_its_text(string markdown)
    {
        var body = Markup.Body(Html(markdown, _en, _ => null));
        Assert.Empty(body.QuerySelectorAll("a,img"));
        Assert.Equal("see the plan", body.TextContent.Trim());
    }

    [Fact]
    public void Links_to_other_hosts_are_marked() =>
        Assert.Equal("external noopener", Markup.Body(Html("https://exemple.fr/x", _fr)).QuerySelector("a")!.GetAttribute("rel"));

    [Fact]
    public void A_passage_can_say_its_language()
    {
        var span = Markup.Body(Html("la [*Emerging* Valley's](lang:en) !", _fr)).QuerySelector("span")!;
        Assert.Equal(("en", "<em>Emerging</em> Valley’s"), (span.GetAttribute("lang"), span.InnerHtml));
    }

    [Fact]
    public void French_typography_is_in_the_text_and_not_in_code()
    {
        Assert.Equal(
            "<p>L’<em>été</em>\u202F!\u00A0: «\u202F<strong>50</strong>\u00A0%\u202F»</p>\n",
            Html("L'*été* ! : « **50** % »", _fr));
        Assert.Equal("<p><code>l'a !</code></p>\n", Html("`l'a !`", _fr));
        Assert.Equal("<pre><code>l'a ! 1er\n</code></pre>\n", Html("    l'a ! 1er", _fr));
        Assert.Contains("href=\"https://exemple.fr/l%27a!;1er\"", Html("[x](https://exemple.fr/l'a!;1er)", _fr), StringComparison.Ordinal);
    }

    [Fact]
    public void French_ordinals_are_raised()
    {
        Assert.Equal("<p>Le 1<sup>er</sup> mai, la 3<sup>e</sup> édition, 2<sup>e</sup></p>\n", Html("Le 1er mai, la 3ème édition, 2^e^", _fr));
        Assert.Equal("<p>1er</p>\n", Html("1er", _en));
    }

    [Fact]
    public void Typography_does_not_join_two_paragraphs() => Assert.Equal("<p>a</p>\n<p>! b</p>\n", Html("a\n\n! b", _fr));

    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData(">")]
    [InlineData("**a ")]
    [InlineData("*a _b ")]
    [InlineData("~a^b")]
    public void Depth_bombs_are_a_failure_and_shown_as_typed(string piece)
    {
        var bomb = string.Concat(Enumerable.Repeat(piece, 30_000));
        var rendered = new MarkdownRenderer(_cache).Render(bomb, new MarkdownView(_fr));
        Assert.Equal("text.too_deep", rendered.Failure!.Key);
        Assert.Empty(Markup.Body(rendered.Html.Markup).QuerySelectorAll("*"));
        Assert.NotEmpty(MarkdownText.ToPlainText(bomb));
        Assert.Empty(MarkdownLinks.Find(bomb));
    }

    [Theory]
    [InlineData("[a", "](x)", 5_000)]
    [InlineData("![a", "](x)", 5_000)]
    [InlineData("**a ", "a** ", 5_000)]
    [InlineData("- ", "", 5_000)]
    [InlineData("|", "\n|-|", 10_000)]
    [InlineData("a|", "\n-|-", 10_000)]
    public void Other_bombs_end_in_a_safe_text(string open, string close, int times)
    {
        var bomb = string.Concat(Enumerable.Repeat(open, times)) + string.Concat(Enumerable.Repeat(close, times / 5));
        Markup.AssertSafe(new MarkdownRenderer(_cache).Render(bomb, new MarkdownView(_fr)).Html.Markup);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void A_wide_table_of_many_rows_is_refused(string lineBreak)
    {
        var bomb = new string('|', 50_000) + string.Concat(Enumerable.Repeat($"{lineBreak}|-|", 10_000));
        Assert.Equal("text.too_deep", new MarkdownRenderer(_cache).Check(bomb)!.Key);
    }

    [Fact]
    public void A_long_table_is_shown()
    {
        var table = "|a|b|c|d|\n|-|-|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|3|4|\n", 1_000));
        Assert.Equal(4_000, Markup.Body(Html(table, _en)).QuerySelectorAll("td").Length);
    }

    [Fact]
    public void A_text_that_is_too_long_is_a_failure()
    {
        var failure = new MarkdownRenderer(_cache).Check(new string('a', 200_001));
        Assert.Equal(("text.too_long", 200_000), (failure!.Key, failure.Data[0]));
        Assert.Null(new MarkdownRenderer(_cache).Check("*fine*"));
    }

    [Fact]
    public void A_kept_text_is_the_same_until_one_of_its_links_leads_elsewhere()
    {
        var renderer = new MarkdownRenderer(_cache);
        var address = "/fr/a";
        SafeMarkup Render(CultureInfo culture) => renderer.Render("[x](item:1)", new MarkdownView(culture, _ => address)).Html;

        var first = Render(_fr);
        Assert.Same(first, Render(_fr));
        Assert.NotSame(first, Render(_en));
        address = "/fr/b";
        Assert.Contains("/fr/b", Render(_fr).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_texts_that_are_kept_are_bounded()
    {
        using var cache = new SafeHtmlCache(maxLength: 10_000);
        var renderer = new MarkdownRenderer(cache);
        for (var i = 0; i < 200; i++)
        {
            renderer.Render($"text {i} {new string('x', 500)}", new MarkdownView(_fr));
        }

        Assert.InRange(cache.Count, 0, 20);
    }

    [Theory]
    [InlineData("# Title\n\nA **b** [c](item:1) `d` &amp; <https://x.fr>\nnext", "Title\nA b c d & https://x.fr next")]
    [InlineData("- a\n- b\n\n|c|d|\n|-|-|\n|e|f|\n\n    code", "a\nb\nc\nd\ne\nf\ncode")]
    [InlineData("<b>x</b>", "<b>x</b>")]
    [InlineData("", "")]
    public void Plain_text_has_the_words_without_the_marks(string markdown, string expected) => Assert.Equal(expected, MarkdownText.ToPlainText(markdown));

    [Fact]
    public void Finds_each_internal_link_once()
    {
        var links = MarkdownLinks.Find("[a](item:1) ![b](media:2) [c](item:1) [d](/x) [e](item:) [![f](media:3)](item:4#g)\n\n[h]\n\n[h]: item:5");
        Assert.Equal(["Item 1", "Media 2", "Item 4 g", "Media 3", "Item 5"], links.Select(l => $"{l.Kind} {l.Id} {l.Fragment}".Trim()));
    }

    [Fact]
    public void No_text_is_no_markup() => Assert.True(new MarkdownRenderer(_cache).Render(" \n", new MarkdownView(_fr)).Html.IsEmpty);

    private string Html(string markdown, CultureInfo culture, Func<InternalLink, string?>? resolve = null) =>
        new MarkdownRenderer(_cache).Render(markdown, new MarkdownView(culture, resolve)).Html.Markup;
}
