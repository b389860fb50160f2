using System.Text.RegularExpressions;
using Cms.Content.Items;

namespace Cms.Content.Recipes;

/// <summary>What the values of a recipe's scripts are taken from.</summary>
/// <param name="Configuration">A value of the configuration; null where there is none.</param>
internal sealed record RecipeValues(IReadOnlyDictionary<string, string> Parameters, Func<string, string?> Configuration)
{
    public static RecipeValues None { get; } = new(new Dictionary<string, string>(), _ => null);

    /// <summary>The recipe's variables, as far as it has been read: they stand before the steps that use them.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);
}

/// <summary>The scripts that name a value: <c>uuid()</c>, <c>variables('x')</c>, <c>parameters('x')</c>, <c>configuration('key', 'default')</c>.</summary>
internal static partial class RecipeScripts
{
    // A recipe that somebody was sent must not carry the installation's secrets into content.
    private static readonly string[] _open = ["Cms:BaseUrl", "Cms:TimeZone", "Cms:Cultures", "Cms:Setup:Recipe"];

    public static bool IsScript(ReadOnlySpan<byte> text) => text.EndsWith("]"u8) && (text.StartsWith("[js:"u8) || text.StartsWith("[file:"u8));

    /// <returns>Null for a script that is not understood.</returns>
    public static string? Evaluate(string script, RecipeValues values)
    {
        var call = Call().Match(script);
        var argument = call.Groups["first"].Value;
        return !call.Success ? null : call.Groups["name"].Value switch
        {
            "uuid" when !call.Groups["first"].Success => IdGenerator.NewId(),
            "variables" => values.Variables.GetValueOrDefault(argument),
            "parameters" when argument.Length > 0 => values.Parameters.GetValueOrDefault(argument, ""),
            "configuration" when argument.Length > 0 => Configured(argument, values) ?? call.Groups["second"].Value,
            _ => null,
        };
    }

    private static string? Configured(string key, RecipeValues values) => _open.Contains(key, StringComparer.OrdinalIgnoreCase) ? values.Configuration(key) : null;

    [GeneratedRegex(@"^\[js:\s*(?<name>[a-z]+)\(\s*(?:['""](?<first>[^'""]*)['""]\s*(?:,\s*['""](?<second>[^'""]*)['""]\s*)?)?\)\s*;?\s*\]$", RegexOptions.NonBacktracking)]
    private static partial Regex Call();
}
