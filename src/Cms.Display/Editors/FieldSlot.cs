using System.Globalization;
using Cms.Content.Types;
using Cms.Core.Errors;

namespace Cms.Display.Editors;

/// <summary>How typed values are written and understood.</summary>
/// <param name="Numbers">Language whose decimal sign numbers have.</param>
/// <param name="TimeZone">Zone in which moments are meant.</param>
/// <param name="HasFile">Tells whether the media folder has a file at a path.</param>
public sealed record EditorFormats(CultureInfo Numbers, TimeZoneInfo TimeZone, Func<string, bool> HasFile);

/// <summary>One field in a form: which inputs it has, and what is wrong with them.</summary>
/// <param name="Name">Name of its inputs, to which they add their own: <c>Site.Address</c>.</param>
/// <param name="Failures">Takes what can not be understood; its field is the name of the input.</param>
public sealed record FieldSlot(FieldDefinition Definition, string Name, EditorValues Values, EditorFormats Formats, List<Failure> Failures)
{
    public string Text(string member = "") => Values.Text(Input(member));

    public void Set(string member, string? value) => Values.Set(Input(member), value);

    public void Fail(string key, string member, params IReadOnlyList<object?> data) => Failures.Add(new Failure(key, Input(member), data));

    /// <summary>The slot of a field inside a row of this list.</summary>
    public FieldSlot Inside(string row, FieldDefinition field) => this with { Definition = field, Name = RowInput(Name, row) + "." + field.Name };

    public static string RowInput(string list, string row) => $"{list}[{row}]";

    private string Input(string member) => member.Length == 0 ? Name : $"{Name}.{member}";
}
