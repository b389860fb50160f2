using System.Text.RegularExpressions;

namespace Cms.Data;

/// <summary>Names that may stand in SQL text. Values never do: they are parameters.</summary>
internal static partial class SqlName
{
    /// <summary>Returns a table or column name; it has at most 63 characters (PostgreSQL cuts longer ones).</summary>
    public static string Plain(string name) =>
        PlainName().IsMatch(name) ? name : throw new ArgumentException($"\"{name}\" can not be a table or column name.", nameof(name));

    /// <summary>Returns a column name, which an alias may precede: <c>i.document</c>.</summary>
    public static string Column(string name)
    {
        foreach (var part in name.Split('.', 2))
        {
            Plain(part);
        }

        return name;
    }

    /// <summary>Returns a JSON member name or array index. Quotes, backslashes, braces, commas and control characters would end the path in one of the two databases.</summary>
    public static string Member(string name) =>
        name.Length > 0 && !name.Any(c => c is '"' or '\'' or '\\' or '{' or '}' or ',' || char.IsControl(c))
            ? name
            : throw new ArgumentException($"\"{name}\" can not stand in a JSON path.", nameof(name));

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex PlainName();
}
