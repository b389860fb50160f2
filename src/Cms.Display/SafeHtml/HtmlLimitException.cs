using Cms.Core.Errors;

namespace Cms.Display.SafeHtml;

/// <summary>A text too long or too deeply nested to be parsed.</summary>
public sealed class HtmlLimitException(Failure failure) : CmsException(failure.Key, 400, failure.Data)
{
    public Failure Failure { get; } = failure;

    internal static HtmlLimitException TooLong(int most) => new(new Failure("text.too_long", null, most));

    internal static HtmlLimitException TooDeep() => new(new Failure("text.too_deep"));
}
