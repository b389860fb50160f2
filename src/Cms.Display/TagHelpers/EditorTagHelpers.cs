using Cms.Display.Editors;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cms.Display.TagHelpers;

/// <summary>
/// An input of a field's editor: <c>&lt;input editor="Model" member="Start" type="text"&gt;</c>. It gets its name, id and value, and what ties it to the
/// field's hint and errors.
/// </summary>
[HtmlTargetElement("input", Attributes = "editor", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "editor")]
[HtmlTargetElement("select", Attributes = "editor")]
public sealed class EditorInputTagHelper : TagHelper
{
    public required FieldEdit Editor { get; set; }

    /// <summary>Member of the value; empty for a field of one input.</summary>
    public string Member { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Editor.Input(Member);
        output.Attributes.SetAttribute("id", FieldEdit.IdOf(input));
        output.Attributes.SetAttribute("name", input);
        Add(output, "class", "field__input");
        Add(output, "lang", output.TagName == "select" ? null : Editor.Language);
        Add(output, "aria-describedby", Editor.Editor.IsGroup && !Editor.IsInvalid(Member) ? null : Editor.DescribedBy);
        Add(output, "aria-invalid", Editor.IsInvalid(Member) ? "true" : null);
        Add(output, "autofocus", Editor.Focus == input ? "autofocus" : null);
        if (output.TagName == "input")
        {
            output.Attributes.SetAttribute("value", Editor.Text(Member));
        }
        else if (output.TagName == "textarea")
        {
            // A browser drops the first line end after the tag: without this one it would be the author's.
            output.Content.SetContent("\n" + Editor.Text(Member));
        }
    }

    private static void Add(TagHelperOutput output, string name, string? value)
    {
        if (value is not null && !output.Attributes.ContainsName(name))
        {
            output.Attributes.SetAttribute(name, value);
        }
    }
}

/// <summary>The editor of a field with its label, hint and errors: <c>&lt;cms-editor for="field" /&gt;</c>.</summary>
[HtmlTargetElement("cms-editor", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EditorTagHelper(Microsoft.AspNetCore.Mvc.Rendering.IHtmlHelper html) : TemplateTagHelper(html)
{
    public required FieldEdit For { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => ShowAsync(output, "/Areas/Cms.Display/Editors/Field.cshtml", For);
}
