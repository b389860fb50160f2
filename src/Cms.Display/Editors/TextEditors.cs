using Cms.Content.Fields;

namespace Cms.Display.Editors;

/// <summary>A part's own text, such as a title or an address.</summary>
internal sealed class StringEditor : FieldEditor
{
    public override string View => "Text";

    public override bool IsGroup => false;

    public override void Show(object value, FieldSlot slot) => slot.Set("", (string)value);

    public override object Read(object value, FieldSlot slot) => slot.Text().Trim();
}

/// <summary>Plain text, or one of the codes that the field takes.</summary>
internal sealed class TextEditor : FieldEditor<TextField>
{
    public override string View => "Text";

    public override bool IsGroup => false;

    protected override void Show(TextField value, FieldSlot slot) => slot.Set("", value.Text);

    protected override void Read(TextField value, FieldSlot slot) => value.Text = slot.Text().Trim();
}

internal sealed class MultiTextEditor : FieldEditor<MultiTextField>
{
    public override string View => "Lines";

    public override bool IsGroup => false;

    public override string Hint => "One per line.";

    protected override void Show(MultiTextField value, FieldSlot slot) => slot.Set("", string.Join('\n', value.Values.OfType<string>()));

    protected override void Read(MultiTextField value, FieldSlot slot) =>
        value.Values = [.. slot.Text().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>Text as its author wrote it; nothing is trimmed or tidied.</summary>
internal sealed class MarkdownEditor : FieldEditor<MarkdownField>
{
    public override string View => "Markdown";

    public override bool IsGroup => false;

    protected override void Show(MarkdownField value, FieldSlot slot) => slot.Set("", value.Markdown);

    protected override void Read(MarkdownField value, FieldSlot slot) => value.Markdown = slot.Text();
}
