using System.Text;

namespace Cms.Display.SafeHtml;

/// <summary>Writes markup: every character that could end a text or an attribute is encoded, control characters are left out.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();
    private string _name = "";

    public void Open(string name) => _html.Append('<').Append(_name = name);

    public void Attribute(string name, string value)
    {
        _html.Append(' ').Append(name).Append("=\"");
        Text(value);
        _html.Append('"');
    }

    /// <param name="startsWithLineBreak">Parsers drop the first line break of a <c>pre</c>: it is written twice, to be kept.</param>
    public void EndOpen(bool startsWithLineBreak) => _html.Append(startsWithLineBreak && _name == "pre" ? ">\n" : ">");

    public void Close(string name) => _html.Append("</").Append(name).Append('>');

    public void Text(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '<':
                    _html.Append("&lt;");
                    break;
                case '>':
                    _html.Append("&gt;");
                    break;
                case '&':
                    _html.Append("&amp;");
                    break;
                case '"':
                    _html.Append("&quot;");
                    break;
                case '\n' or '\t':
                    _html.Append(c);
                    break;
                default:
                    _html.Append(char.IsControl(c) ? "" : c.ToString());
                    break;
            }
        }
    }

    public override string ToString() => _html.ToString();
}
