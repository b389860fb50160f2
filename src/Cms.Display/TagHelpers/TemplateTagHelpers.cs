using Cms.Content.Types;
using Cms.Display.Templates;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cms.Display.TagHelpers;

/// <summary>Shows an item with the template of its type: <c>&lt;cms-item for="item" display="Card" /&gt;</c>.</summary>
[HtmlTargetElement("cms-item", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ItemTagHelper(IHtmlHelper html, TemplateFinder templates) : TemplateTagHelper(html)
{
    public required ItemDisplay For { get; set; }

    /// <summary>Detail, Summary or Card.</summary>
    public string Display { get; set; } = "Card";

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => ShowAsync(output, templates.Item(For.Item.Type, Display), For);
}

/// <summary>Shows a part with its template, or its fields one after the other: <c>&lt;cms-part for="Model" part="definition" /&gt;</c>.</summary>
[HtmlTargetElement("cms-part", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PartTagHelper(IHtmlHelper html, TemplateFinder templates) : TemplateTagHelper(html)
{
    public required ItemDisplay For { get; set; }

    public required PartDefinition Part { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        ShowAsync(output, templates.Part(For.Item.Type, Part.Name, "Detail"), new PartDisplay(For, Part));
}

/// <summary>Shows a field with its template: <c>&lt;cms-field for="field" /&gt;</c>.</summary>
[HtmlTargetElement("cms-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlHelper html, TemplateFinder templates) : TemplateTagHelper(html)
{
    public required FieldDisplay For { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => ShowAsync(output, templates.Field(For.Owner.Item.Type, For, "Detail"), For);
}

/// <summary>Renders a view in place of a tag.</summary>
public abstract class TemplateTagHelper(IHtmlHelper html) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    protected async Task ShowAsync(TagHelperOutput output, string view, object model)
    {
        output.TagName = null;
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.Content.SetHtmlContent(await html.PartialAsync(view, model));
    }
}
