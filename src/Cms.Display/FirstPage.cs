using System.Globalization;
using Cms.Display.Maps;
using Cms.Display.SafeHtml;

namespace Cms.Display;

/// <summary>
/// What the first page needs and no shell changes: the outlines of maps, the Markdown parser, the sanitiser. Compiled and read on another core while the host
/// starts, so that the first visitor does not wait for it.
/// </summary>
public static class FirstPage
{
    /// <summary>Something of everything that texts are made of.</summary>
    private const string Sample = "## Aa *b* **c**\n\nd « e » : [f](https://example.org) ![g](media:h.png)\n\n- 1 i\n\n> j\n\n| k | l |\n|---|---|\n| m | `n` |\n";

    private static readonly MapWindow _world = new(-180, -60, 180, 84);

    public static Task PrepareAsync() => Task.Run(() =>
    {
        using var cache = new SafeHtmlCache();
        new MarkdownRenderer(cache).Render(Sample, new MarkdownView(CultureInfo.GetCultureInfo("fr")));
        WorldOutlines.Draw(_world);
    });
}
