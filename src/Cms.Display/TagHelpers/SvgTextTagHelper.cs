using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cms.Display.TagHelpers;

/// <summary>A text of a drawing, <c>&lt;cms-svg-text y="4"&gt;</c>: Razor keeps the tag <c>text</c> for itself.</summary>
[HtmlTargetElement("cms-svg-text")]
public sealed class SvgTextTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = "text";
}
