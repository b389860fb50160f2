using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Cms.Core.Errors;

namespace Cms.Display.Accessibility;

/// <summary>Whether the words of a link tell where it leads when they are read alone, as in a list of links (RGAA 6.1).</summary>
internal static partial class LinkWords
{
    /// <summary>Words that tell nothing, without accents on capitals and with straight apostrophes.</summary>
    private static readonly FrozenSet<string> _empty = Set(
        """
        ici | cliquez ici | cliquer ici | clique ici | cliquez sur ce lien | par ici | là | lien | ce lien | le lien | lire | lire la suite | lire plus | la suite | suite
        en savoir plus | en savoir + | savoir plus | plus | plus d'infos | plus d'informations | voir | voir plus | voir ici | consulter | consultez | découvrir | détails
        accéder | accéder au site | le site | site | site web | site internet | cette page | la page | page | document | le document | télécharger | télécharger ici
        click here | click | here | link | this link | the link | read | read more | read on | more | learn more | find out more | see more | see here | more info
        more information | details | website | the website | this page | page | this document | download | download here | go | visit | view
        """);

    public static IEnumerable<Found> Check(string words)
    {
        var plain = Spaces().Replace(words.Replace('’', '\'').Trim(' ', '\u00a0', '\u202f', '.', ',', ';', ':', '!', '?', '…', '»', '«', '>', '→', '"'), " ").ToLowerInvariant();
        return plain switch
        {
            "" => [new Found(FindingSeverity.Error, new Failure("accessibility.link-empty"))],
            _ when _empty.Contains(plain) => [new Found(FindingSeverity.Error, new Failure("accessibility.link-words", null, words))],
            _ when Address().IsMatch(plain) => [new Found(FindingSeverity.Warning, new Failure("accessibility.link-address", null, words))],
            _ => [],
        };
    }

    private static FrozenSet<string> Set(string phrases) =>
        phrases.Split(['|', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:https?://|ftp://|www\.)\S*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
