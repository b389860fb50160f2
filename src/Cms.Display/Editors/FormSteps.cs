using Cms.Content.Items;
using Cms.Display.Communes;

namespace Cms.Display.Editors;

/// <summary>
/// What the buttons inside a form do without saving: rows are added, removed and moved, a picker searches, a commune is filled in. A step is the value of its button,
/// <c>up|Page.Blocks|row</c>.
/// </summary>
public static class FormSteps
{
    public const string Add = "add";
    public const string Remove = "remove";
    public const string Up = "up";
    public const string Down = "down";
    public const string Find = "find";
    public const string Commune = "commune";

    /// <summary>The button that Enter presses: it saves, unless a search waits.</summary>
    public const string Enter = "enter";

    /// <summary>Aside of a picker: the words that are typed into its search.</summary>
    public const string Query = "find";

    /// <summary>Aside of a picker: the words that were searched for.</summary>
    public const string Found = "found";

    private const char Separator = '|';

    public static string Value(string verb, string field, string entry = "") => string.Join(Separator, [verb, field, .. entry.Length > 0 ? [entry] : Array.Empty<string>()]);

    /// <summary>Takes the step in the values.</summary>
    /// <returns>The input or step that gets the keyboard afterwards; empty for a step that is not understood.</returns>
    public static string Take(string step, EditorValues values)
    {
        var parts = step.Split(Separator);
        return parts switch
        {
            [Add, var list] => AddRow(values, list),
            [Remove, var list, var row] => RemoveRow(values, list, row),
            [Up, var list, var entry] => Move(values, list, entry, -1, step),
            [Down, var list, var entry] => Move(values, list, entry, 1, step),
            [Find, var picker] => Search(values, picker),
            [Commune, var address, var code] => FillIn(values, address, code),
            _ => "",
        };
    }

    /// <summary>The picker whose search has words that were not looked for yet: who presses Enter in it searches.</summary>
    public static string? Waiting(EditorValues values)
    {
        var end = EditorValues.AsideName("", Query);
        var waiting = values.Pairs.FirstOrDefault(pair => pair.Key.EndsWith(end, StringComparison.Ordinal) && pair.Value.Trim().Length > 0).Key;
        return waiting is null ? null : Value(Find, waiting[..^end.Length]);
    }

    private static string AddRow(EditorValues values, string list)
    {
        var row = IdGenerator.NewId();
        values.Set(list, [.. values.All(list), row]);
        return FieldSlot.RowInput(list, row);
    }

    private static string RemoveRow(EditorValues values, string list, string row)
    {
        values.Set(list, values.All(list).Where(other => other != row));
        values.Remove(FieldSlot.RowInput(list, row));
        return Value(Add, list);
    }

    private static string Move(EditorValues values, string list, string entry, int by, string step)
    {
        var entries = values.All(list).ToList();
        var place = entries.IndexOf(entry);
        if (place >= 0 && place + by >= 0 && place + by < entries.Count)
        {
            (entries[place], entries[place + by]) = (entries[place + by], entries[place]);
            values.Set(list, entries);
        }

        return step;
    }

    /// <summary>A commune with several postcodes leaves the one that was typed.</summary>
    private static string FillIn(EditorValues values, string address, string code)
    {
        if (FrenchCommunes.Of(code) is { } commune)
        {
            values.Set($"{address}.Commune", commune.Code);
            values.Set($"{address}.Locality", commune.Name);
            values.Set($"{address}.Country", "FR");
            if (commune.PostalCodes is [var only])
            {
                values.Set($"{address}.PostalCode", only);
            }
        }

        values.Remove(EditorValues.AsideName(address, Found));
        return address;
    }

    private static string Search(EditorValues values, string picker)
    {
        var query = EditorValues.AsideName(picker, Query);
        values.Set(EditorValues.AsideName(picker, Found), values.Text(query).Trim());
        values.Set(query, "");
        return picker;
    }
}
