using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cms.Display.TagHelpers;

/// <summary>A heading whose level depends on where its template is shown (RGAA 9.1): <c>&lt;cms-heading level="3"&gt;</c>.</summary>
[HtmlTargetElement("cms-heading")]
public sealed class HeadingTagHelper : TagHelper
{
    /// <summary>1 to 6.</summary>
    public int Level { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = FormattableString.Invariant($"h{Math.Clamp(Level, 1, 6)}");
}
