using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Cms.Display.Editors;

/// <summary>
/// What the inputs of an editor's form hold, as typed: <c>Site.Address.Street</c>, <c>Page.Blocks[row].Heading</c>. A form is always shown from here, whether the
/// values come from the stored item or were sent, so that nothing typed is lost on the way through a refusal.
/// </summary>
public sealed class EditorValues
{
    /// <summary>Stands between a field and what only the form knows of it, such as the words that a picker searches: <c>Page.Items~find</c>.</summary>
    private const char Aside = '~';

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Every name with each of its values.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs => _values.SelectMany(entry => entry.Value.Select(value => KeyValuePair.Create(entry.Key, value)));

    /// <summary>The values of a form that was sent. Inputs of fields have a dot in their name; names that begin with an underscore are the form's own.</summary>
    public static EditorValues Of(IFormCollection form)
    {
        var values = new EditorValues();
        foreach (var (name, sent) in form.Where(entry => entry.Key.Contains('.', StringComparison.Ordinal) && !entry.Key.StartsWith('_')))
        {
            values.Set(name, sent);
        }

        return values;
    }

    public static string AsideName(string field, string what) => $"{field}{Aside}{what}";

    /// <summary>The value of an input; empty where it has none.</summary>
    public string Text(string name) => _values.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : "";

    /// <summary>The values of inputs of one name that are not empty, in their order.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? [.. values.Where(value => value.Length > 0)] : [];

    /// <summary>What the names of a field's filled inputs add to its own: <c>Start</c> for <c>Event.Dates.Start</c>.</summary>
    public IReadOnlyList<string> Members(string field) =>
        [.. _values.Keys.Where(name => name.StartsWith(field + ".", StringComparison.Ordinal) && Text(name).Length > 0).Select(name => name[(field.Length + 1)..])];

    /// <summary>Browsers end lines with two characters, texts of some systems too; here it is one.</summary>
    public void Set(string name, params IEnumerable<string?> values) =>
        _values[name] = [.. values.OfType<string>().Select(value => value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))];

    /// <summary>True when the form had an input of the field.</summary>
    public bool Has(string field) => _values.Keys.Any(name => IsOf(name, field));

    /// <summary>True when a field's inputs hold the same here and there; what is empty counts as not there.</summary>
    public bool Same(EditorValues other, string field) => Told(field).ToHashSet().SetEquals(other.Told(field));

    /// <summary>The inputs of a field with each of their values.</summary>
    public IEnumerable<KeyValuePair<string, string>> Of(string field) => Pairs.Where(pair => IsOf(pair.Key, field));

    public void Remove(string field)
    {
        foreach (var name in _values.Keys.Where(name => IsOf(name, field)).ToList())
        {
            _values.Remove(name);
        }
    }

    /// <summary>Puts another form's values of a field in the place of one's own.</summary>
    public void Take(EditorValues other, string field)
    {
        Remove(field);
        foreach (var (name, values) in other._values.Where(entry => IsOf(entry.Key, field)))
        {
            _values[name] = [.. values];
        }
    }

    /// <summary>The input that a rule means, which numbers rows: <c>Page.Blocks[0].Heading</c>.</summary>
    public string InputOf(string field)
    {
        var input = "";
        foreach (var piece in field.Split('['))
        {
            var end = piece.IndexOf(']', StringComparison.Ordinal);
            input = end > 0 && int.TryParse(piece[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && All(input) is var rows && place < rows.Count
                ? FieldSlot.RowInput(input, rows[place]) + piece[(end + 1)..]
                : input + (input.Length > 0 ? "[" : "") + piece;
        }

        return input;
    }

    private IEnumerable<(string Name, int Place, string Value)> Told(string field) =>
        _values.Keys.Where(name => IsOf(name, field) && !name.Contains(Aside, StringComparison.Ordinal)).SelectMany(name => All(name).Select((value, place) => (name, place, value)));

    private static bool IsOf(string name, string field) =>
        name.StartsWith(field, StringComparison.Ordinal) && (name.Length == field.Length || name[field.Length] is '.' or '[' or Aside);
}
