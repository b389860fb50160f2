using Cms.Display.SafeHtml;

namespace Cms.Unit.Tests.SafeHtml;

/// <summary>Attacks in HTML: whatever comes out holds nothing that runs.</summary>
public sealed class HtmlPayloadTests
{
    private static readonly string[] _payloads =
    [
        // Elements that run, load or post
        "<script>alert(1)</script>",
        "<ScRiPt src=//evil.test></sCrIpT>",
        "<script/x>alert(1)</script >",
        "<script\n>alert(1)</script\t\n bar>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<<script>alert(1)//<</script>",
        "<script>alert(1)",
        "<style>@import'//evil.test'</style>",
        "<style>p{background:url(javascript:alert(1))}</style>",
        "<link rel=stylesheet href=//evil.test/x.css>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<base href=//evil.test/>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\"></iframe>",
        "<object data=javascript:alert(1)><embed src=x></object>",
        "<embed src=data:text/html;base64,PHNjcmlwdD4=>",
        "<applet code=x.class></applet>",
        "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
        "<form action=javascript:alert(1)><input type=submit></form>",
        "<form id=x></form><button form=x formaction=javascript:alert(1)>go</button>",
        "<input autofocus onfocus=alert(1)>",
        "<select autofocus onfocus=alert(1)><option>x</select>",
        "<textarea autofocus onfocus=alert(1)></textarea>",
        "<keygen autofocus onfocus=alert(1)>",
        "<isindex action=javascript:alert(1) type=image>",
        "<video><source onerror=alert(1)></video>",
        "<video src=x onerror=alert(1) poster=javascript:alert(1)></video>",
        "<audio src onloadstart=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>",
        "<dialog open onclose=alert(1)>x</dialog>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<bgsound src=javascript:alert(1)>",
        "<layer src=javascript:alert(1)></layer>",
        "<portal src=javascript:alert(1)></portal>",
        "<body onload=alert(1) onpageshow=alert(2)><p>x",
        "<html onclick=alert(1) manifest=//evil.test><p>x",
        "<fencedframe></fencedframe><map name=x><area shape=default href=javascript:alert(1)></map>",
        "<x-component onclick=alert(1)>x</x-component>",
        "<a is=x-button onclick=alert(1) href=/>x</a>",

        // Attributes
        "<p onclick=alert(1)>x</p>",
        "<p ONCLICK=alert(1)>x</p>",
        "<p/onclick=alert(1)>x</p>",
        "<p\fonclick=alert(1)>x</p>",
        "<p title=\"x\"onclick=alert(1)>x</p>",
        "<p title='\"><script>alert(1)</script>'>x</p>",
        "<p title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">x</p>",
        "<p title=`x` onmouseover=`alert(1)`>x</p>",
        "<p \"onclick=alert(1)\" =onclick=alert(1)>x</p>",
        "<p on\u0000click=alert(1)>x</p>",
        "<p xml:onclick=alert(1) xlink:href=javascript:alert(1)>x</p>",
        "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<p style=\"width:expression(alert(1))\">x</p>",
        "<div style=position:fixed;inset:0><a href=//evil.test>x</a></div>",
        "<p id=location name=cookie class=x slot=y part=z>x</p>",
        "<a id=document name=body href=/>x</a><img name=getElementById src=/x>",
        "<div hx-get=//evil.test hx-trigger=load data-hx-on=alert(1) hx-on:click=alert(1)>x</div>",
        "<div x-data=alert(1) x-init=alert(1) @click=alert(1) :href=x v-html=x ng-app>x</div>",
        "<div data-bind=x data-action=click->x#y contenteditable tabindex=0 accesskey=x popover nonce=x>x</div>",
        "<td background=javascript:alert(1)>x</td>",
        "<a ping=//evil.test href=/ target=_blank download rel=opener referrerpolicy=unsafe-url>x</a>",
        "<img src=/x srcset=\"//evil.test/x 2x\" onerror=alert(1) usemap=#x crossorigin longdesc=javascript:alert(1)>",
        "<p itemscope itemtype=//evil.test aria-label=x role=alert>x</p>",
        "<ol start=\"1\" onclick=alert(1) type=\"x&quot; onclick=alert(1)\"><li value=1e9>x</ol>",
        "<table><tr><td colspan=99999999 rowspan=-1 headers=x>y</table>",
        "<time datetime=\"&quot; onclick=alert(1)\">x</time>",
        "<p lang=\"fr&quot; onclick=&quot;alert(1)\" dir=\"x\">x</p>",

        // Addresses of links
        "<a href=javascript:alert(1)>x</a>",
        "<a href=JaVaScRiPt:alert(1)>x</a>",
        "<a href=\" javascript:alert(1)\">x</a>",
        "<a href=\"\u0001javascript:alert(1)\">x</a>",
        "<a href=\"&#1;javascript:alert(1)\">x</a>",
        "<a href=\"&#x1f;javascript:alert(1)\">x</a>",
        "<a href=\"java\tscript:alert(1)\">x</a>",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"java\r\nscript:alert(1)\">x</a>",
        "<a href=\"java&Tab;script:alert(1)\">x</a>",
        "<a href=\"java&NewLine;script&colon;alert(1)\">x</a>",
        "<a href=\"javascript&#58alert(1)\">x</a>",
        "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)\">x</a>",
        "<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)\">x</a>",
        "<a href=\"&#0000106avascript:alert(1)\">x</a>",
        "<a href=\"java\u0000script:alert(1)\">x</a>",
        "<a href=\"java\u200Bscript:alert(1)\">x</a>",
        "<a href=\"\uFEFFjavascript:alert(1)\">x</a>",
        "<a href=\"\u00A0javascript:alert(1)\">x</a>",
        "<a href=\"\u2028javascript:alert(1)\">x</a>",
        "<a href=\"javascript://%0aalert(1)\">x</a>",
        "<a href=\"javascript:\\u0061lert(1)\">x</a>",
        "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>",
        "<a href=vbscript:msgbox(1)>x</a>",
        "<a href=livescript:x>x</a><a href=mocha:x>x</a><a href=jar:http://x!/y>x</a>",
        "<a href=data:text/html,<script>alert(1)</script>>x</a>",
        "<a href=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==>x</a>",
        "<a href=\"blob:https://site.test/x\">x</a><a href=filesystem:https://site.test/x>x</a>",
        "<a href=file:///etc/passwd>x</a><a href=view-source:https://x.test>x</a><a href=about:blank>x</a>",
        "<a href=intent://x#Intent;end>x</a><a href=ms-word:ofe|u|x>x</a><a href=ssh://x>x</a><a href=ftp://x>x</a>",
        "<a href=//evil.test>x</a>",
        "<a href=\"/\\evil.test\">x</a>",
        "<a href=\"\\\\evil.test\">x</a>",
        "<a href=\"/\t/evil.test\">x</a>",
        "<a href=\"https:\\\\evil.test\">x</a>",
        "<a href=\"https:evil.test\">x</a>",
        "<a href=\"https:///evil.test\">x</a>",
        "<a href=\"https://site.test@evil.test/\">x</a>",
        "<a href=\"https://\">x</a>",
        "<a href=\"http://[::1\">x</a>",
        "<a href=\"https://x.test/\u202Efdp.exe\">x</a>",
        "<a href=\"mailto:a@b.fr?bcc=all@evil.test\">x</a>",
        "<a href=\"mailto:a@b.fr%0d%0abcc:x@evil.test\">x</a>",
        "<a href=\"tel:*21*0899000000#\">x</a>",
        "<a href=\"item:abc\">x</a><a href=\"media:abc\">x</a><a href=\"lang:fr\">x</a>",
        "<blockquote cite=javascript:alert(1)>x</blockquote><q cite=data:x>y</q>",

        // Pictures
        "<img src=x onerror=alert(1)>",
        "<img src=javascript:alert(1)>",
        "<img src=\"jav\tascript:alert(1)\">",
        "<img src=data:image/svg+xml,<svg/onload=alert(1)>>",
        "<img src=data:image/png;base64,AAAA>",
        "<img src=//evil.test/p.gif>",
        "<img src=\"/\\evil.test/p.gif\">",
        "<img src=https://evil.test/p.gif>",
        "<img \"\"\"><script>alert(1)</script>\">",
        "<img/src=/x/onerror=alert(1)>",
        "<img src=/x\"onerror=alert(1)>",
        "<image src=x onerror=alert(1)>",
        "<img src=/x alt=\"--><script>alert(1)</script>\">",
        "<input type=image src=x onerror=alert(1)>",

        // SVG, MathML
        "<svg onload=alert(1)></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x></svg>",
        "<svg><set attributeName=href to=javascript:alert(1)></svg>",
        "<svg><foreignObject><p onclick=alert(1)>x</p></foreignObject></svg>",
        "<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(1)>#x\"></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<svg><title><a title=\"</title><img src=x onerror=alert(1)>\"></a></title></svg>",
        "<svg><p><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
        "<math href=javascript:alert(1)><mtext>x</mtext></math>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        "<math><annotation-xml encoding=text/html><img src=x onerror=alert(1)></annotation-xml></math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",

        // Texts that change when they are parsed again
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\"></noembed>",
        "<noframes><img title=\"</noframes><img src=x onerror=alert(1)>\"></noframes>",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
        "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
        "<plaintext><script>alert(1)</script>",
        "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
        "<pre>\n\n&lt;script&gt;alert(1)&lt;/script&gt;</pre>",
        "<template><script>alert(1)</script><img src=x onerror=alert(1)></template>",
        "<template><template></template><svg onload=alert(1)></template>",
        "<table><script>alert(1)</script><tr><td>x</table>",
        "<table><a href=javascript:alert(1)>x<tr><td>y</a></table>",
        "<table><caption><svg><title><table></title></svg><img src=x onerror=alert(1)></table>",
        "<p><object><p>x</p></object><p>",
        "<a href=/1><object><a href=javascript:alert(1)>x</a></object></a>",
        "<b><p><i></b>x</p></i><svg onload=alert(1)>",
        "<select><template><img src=x onerror=alert(1)></template><b>x</select>",
        "<a href=/><b><a href=javascript:alert(1)>x",
        "<li><ul><li><table><li>x<svg/onload=alert(1)>",
        "<h1><h2>x</h1><p onclick=alert(1)>y</h2>",
        "<button><p><button><img src=x onerror=alert(1)>",
        "<frameset><noframes></frameset><img src=x onerror=alert(1)>",

        // Comments, declarations, odd characters
        "<!--><img src=x onerror=alert(1)>-->",
        "<!--><script>alert(1)</script-->",
        "<!-- --!><img src=x onerror=alert(1)>",
        "<!--[if IE]><script>alert(1)</script><![endif]-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<svg><![CDATA[<img src=x onerror=alert(1)>]]></svg>",
        "<?xml-stylesheet href=javascript:alert(1)?><?php alert(1) ?>",
        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
        "</p title=\"><img src=x onerror=alert(1)>\">",
        "</><//><img src=x onerror=alert(1)>",
        "<\u0000script>alert(1)</script>",
        "<\uFF1Cscript\uFF1Ealert(1)",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "<p>\uD800 \uDC00 \u0007 &#13; &#0; &#xD800; &#x110000;</p>",
        "<p>{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= x %></p>",
        "<p><",
        "<p title=\"",
        "<a href='/",
        "<",
        "",
    ];

    public static TheoryData<string> Payloads => [.. _payloads];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Nothing_that_runs_comes_through(string payload) => Markup.AssertSafe(SafeMarkup.From(payload, new HtmlRules()).Markup);

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Nor_from_inside_other_markup(string payload)
    {
        foreach (var around in new[] { "<table><tr><td>{0}</td></tr></table>", "<p><b>x{0}</b>y</p>", "<ul><li>{0}", "<pre>\n{0}</pre>", "<a href=/x>{0}</a>", "<div title=\"{0}\">x</div>", "<!--{0}-->" })
        {
            Markup.AssertSafe(SafeMarkup.From(around.Replace("{0}", payload, StringComparison.Ordinal), new HtmlRules()).Markup);
        }
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Nor_by_way_of_the_typography(string payload)
    {
        var rules = new HtmlRules(System.Globalization.CultureInfo.GetCultureInfo("fr"));
        Markup.AssertSafe(SafeMarkup.From($"<p>« l'1er »{payload}<b>!</b></p>", rules).Markup);
    }

    [Fact]
    public void There_are_at_least_120_payloads_and_none_twice()
    {
        Assert.True(_payloads.Length >= 120, $"{_payloads.Length}");
        Assert.Distinct(_payloads);
    }

    [Fact]
    public void Pairs_of_pieces_put_together_at_random_are_safe_too()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 2_000; i++)
        {
            var (first, second) = (_payloads[random.Next(_payloads.Length)], _payloads[random.Next(_payloads.Length)]);
            var mixed = first[..random.Next(first.Length + 1)] + second[random.Next(second.Length + 1)..] + first;
            Markup.AssertSafe(SafeMarkup.From(mixed, new HtmlRules()).Markup);
        }
    }
}
