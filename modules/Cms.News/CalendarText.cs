using System.Text;

namespace Cms.News;

/// <summary>Lines of an iCalendar file: ended by CR LF, folded at 75 octets between characters (RFC 5545, 3.1), texts escaped (3.3.11).</summary>
internal sealed class CalendarText
{
    private const int MostOctets = 75;
    private readonly StringBuilder _text = new();

    /// <summary>A property whose value holds no free text.</summary>
    public void Line(string name, string value) => Fold($"{name}:{value}");

    /// <summary>A property of free text; left out when there is none.</summary>
    public void Text(string name, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Fold($"{name}:{Escaped(value)}");
        }
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(_text.ToString());

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append((char)rune.Value),
                _ when Rune.IsControl(rune) => escaped,
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }
}
