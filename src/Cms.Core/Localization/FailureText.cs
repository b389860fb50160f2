using System.Globalization;
using Cms.Core.Errors;

namespace Cms.Core.Localization;

/// <summary>
/// The sentence a person reads for a failure: its key's text in the context <c>errors</c>, in the reader's language, else in English, else the key itself.
/// </summary>
public sealed class FailureText(PoCatalog catalog)
{
    /// <summary>PO context of every key.</summary>
    public const string Context = "errors";

    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    public string Of(Failure failure) => Of(failure.Key, failure.Data);

    public string Of(CmsException exception) => exception is RuleException { Failures.Count: > 0 } broken
        ? string.Join(' ', broken.Failures.Select(Of))
        : Of(exception.Key, exception.Arguments);

    /// <param name="data">Values of <c>{0}</c>, <c>{1}</c>… written in the reader's formats.</param>
    public string Of(string key, IReadOnlyList<object?> data)
    {
        foreach (var culture in new[] { CultureInfo.CurrentUICulture, _english })
        {
            if (catalog.Find(culture, Context, key, out _) is [{ Length: > 0 } text, ..] && TryFormat(text, data) is { } sentence)
            {
                return sentence;
            }
        }

        return key;
    }

    private static string? TryFormat(string text, IReadOnlyList<object?> data)
    {
        try
        {
            return string.Format(CultureInfo.CurrentCulture, text, [.. data]);
        }
        catch (FormatException)
        {
            // The translation asks for more values than the failure has: the next language, or the key, still says what is wrong.
            return null;
        }
    }
}
