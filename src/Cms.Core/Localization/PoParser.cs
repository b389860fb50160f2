using System.Globalization;
using System.Text;

namespace Cms.Core.Localization;

/// <summary>One translation of a PO file.</summary>
/// <param name="Context">The <c>msgctxt</c>, or null for a text that holds everywhere.</param>
/// <param name="Id">The English text.</param>
/// <param name="PluralId">The English plural, or null.</param>
/// <param name="Forms">Translated forms by plural form; an untranslated one is empty and keeps its place.</param>
public sealed record PoEntry(string? Context, string Id, string? PluralId, IReadOnlyList<string> Forms);

/// <summary>A line that could not be read; its entry is left out.</summary>
/// <param name="Line">Counted from 1.</param>
public sealed record PoError(string File, int Line, string Message);

/// <summary>What <see cref="PoParser"/> read.</summary>
public sealed record PoFile(IReadOnlyList<PoEntry> Entries, IReadOnlyList<PoError> Errors);

/// <summary>
/// Reads PO files as Orchard Core does: comments are skipped, so entries marked <c>fuzzy</c> are used; obsolete entries (<c>#~</c>) and the header are
/// not. Unlike there, an empty plural form keeps its place, and no entry takes over the context of the one before.
/// </summary>
public sealed class PoParser
{
    private const int MaxForms = 10;
    private readonly string _file;
    private readonly List<PoEntry> _entries = [];
    private readonly List<PoError> _errors = [];
    private readonly SortedDictionary<int, StringBuilder> _forms = [];
    private StringBuilder? _context;
    private StringBuilder? _id;
    private StringBuilder? _plural;
    private StringBuilder? _current;
    private bool _broken;
    private int _line;

    private PoParser(string file) => _file = file;

    /// <param name="file">Name that errors are reported under.</param>
    public static PoFile Parse(TextReader reader, string file)
    {
        var parser = new PoParser(file);
        while (reader.ReadLine() is { } line)
        {
            parser._line++;
            parser.ReadLine(line.AsSpan().Trim());
        }

        parser.EndEntry();
        return new PoFile(parser._entries, parser._errors);
    }

    private void ReadLine(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] == '#')
        {
            // A blank line or a comment between two lines of one entry is allowed; after a translation it ends the entry.
            if (_forms.Count > 0 || _broken)
            {
                EndEntry();
            }

            return;
        }

        var quote = line.IndexOf('"');
        if (quote < 0)
        {
            Fail($"a quoted text is missing: {Shown(line)}");
            return;
        }

        var keyword = line[..quote].TrimEnd();
        if (!BeginText(keyword))
        {
            return;
        }

        if (Unquote(line[quote..]) is not { } text)
        {
            Fail($"a text that does not end with its quotation mark: {Shown(line)}");
            return;
        }

        _current?.Append(text);
    }

    /// <summary>Puts <see cref="_current"/> on the text that the line's keyword begins or goes on with. False when the line can not be used.</summary>
    private bool BeginText(ReadOnlySpan<char> keyword)
    {
        switch (keyword)
        {
            case "msgctxt":
                EndEntry();
                _current = _context = new StringBuilder();
                return true;
            case "msgid":
                if (_id is not null)
                {
                    EndEntry();
                }

                _current = _id = new StringBuilder();
                return true;
            case "":
                return !_broken && (_current is not null || Fail("a text that follows no keyword"));
            case "msgid_plural":
                return _id is not null && _plural is null && _forms.Count == 0
                    ? Begin(_plural = new StringBuilder())
                    : Fail("msgid_plural not right after its msgid");
            default:
                return keyword.StartsWith("msgstr", StringComparison.Ordinal) ? BeginForm(keyword["msgstr".Length..]) : Fail($"an unknown keyword: {Shown(keyword)}");
        }
    }

    private bool BeginForm(ReadOnlySpan<char> index)
    {
        if (_id is null)
        {
            return Fail("msgstr without msgid");
        }

        var form = 0;
        var numbered = index.Length > 2 && index[0] == '[' && index[^1] == ']';
        if (numbered && (!int.TryParse(index[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out form) || form >= MaxForms))
        {
            return Fail($"a plural form that is no number below {MaxForms}: {Shown(index)}");
        }

        if (!numbered && !index.IsEmpty)
        {
            return Fail($"an unknown keyword: msgstr{Shown(index)}");
        }

        var text = new StringBuilder();
        return _forms.TryAdd(form, text) ? Begin(text) : Fail("the same msgstr twice in one entry");
    }

    private bool Begin(StringBuilder text)
    {
        _current = text;
        return !_broken;
    }

    private static string? Unquote(ReadOnlySpan<char> quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 1; i < quoted.Length; i++)
        {
            switch (quoted[i])
            {
                case '"':
                    return i == quoted.Length - 1 ? text.ToString() : null;
                case '\\' when ++i < quoted.Length:
                    text.Append(quoted[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c });
                    break;
                default:
                    text.Append(quoted[Math.Min(i, quoted.Length - 1)]);
                    break;
            }
        }

        return null;
    }

    /// <summary>Keeps the entry read so far, if it is whole, translated and not the header, and forgets it.</summary>
    private void EndEntry()
    {
        if (!_broken && _id is null && _context is not null || !_broken && _id is not null && _forms.Count == 0)
        {
            Fail("an entry without msgid and msgstr");
        }

        if (!_broken && _id is { Length: > 0 } && _forms.Values.Any(form => form.Length > 0))
        {
            var forms = Enumerable.Range(0, _forms.Keys.Last() + 1).Select(n => _forms.TryGetValue(n, out var form) ? form.ToString() : "").ToArray();
            _entries.Add(new PoEntry(_context is { Length: > 0 } ? _context.ToString() : null, _id.ToString(), _plural?.ToString(), forms));
        }

        _context = _id = _plural = _current = null;
        _forms.Clear();
        _broken = false;
    }

    private bool Fail(string message)
    {
        if (!_broken)
        {
            _errors.Add(new PoError(_file, _line, message));
        }

        _broken = true;
        return false;
    }

    private static string Shown(ReadOnlySpan<char> text) => text.Length > 60 ? $"{text[..60]}…" : text.ToString();
}
