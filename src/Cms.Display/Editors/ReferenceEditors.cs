using Cms.Content.Fields;

namespace Cms.Display.Editors;

internal sealed class LinkEditor : FieldEditor<LinkField>
{
    public override string View => "Link";

    protected override void Show(LinkField value, FieldSlot slot)
    {
        slot.Set("Url", value.Url);
        slot.Set("Text", value.Text);
    }

    protected override void Read(LinkField value, FieldSlot slot)
    {
        value.Url = slot.Text("Url").Trim();
        value.Text = slot.Text("Text").Trim();
        if (value.Url.Length == 0 && value.Text.Length > 0)
        {
            slot.Fail("link.no-address", "Url");
        }
    }
}

/// <summary>Paths of files; each keeps the alternative text that it had.</summary>
internal sealed class MediaEditor : FieldEditor<MediaField>
{
    public override string View => "Media";

    public override string Hint => "Path of a file of the media folder, for example images/bridge.jpg.";

    protected override void Show(MediaField value, FieldSlot slot) => slot.Values.Set(slot.Name, value.Paths);

    protected override void Read(MediaField value, FieldSlot slot)
    {
        var texts = value.Paths.Zip(value.MediaTexts).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
        var before = value.Paths;
        value.Paths = [.. slot.Values.All(slot.Name).Select(path => path.Trim().TrimStart('/')).Where(path => path.Length > 0).Distinct()];
        value.MediaTexts = texts.Count == 0 ? [] : [.. value.Paths.Select(path => texts.GetValueOrDefault(path, ""))];
        foreach (var missing in value.Paths.Except(before).Where(path => !slot.Formats.HasFile(path)))
        {
            slot.Fail("media.missing", "", missing);
        }
    }
}

internal sealed class ContentPickerEditor : FieldEditor<ContentPickerField>
{
    public override string View => "Items";

    protected override void Show(ContentPickerField value, FieldSlot slot) => slot.Values.Set(slot.Name, value.LocalizationSets);

    protected override void Read(ContentPickerField value, FieldSlot slot) => value.LocalizationSets = [.. slot.Values.All(slot.Name).Distinct()];
}

/// <summary>
/// Terms, each an input of its own, ticked or not: <c>Site.Kind.taxonomy term</c>. So their order in the form, which is that of the taxonomy, does not
/// count as a change.
/// </summary>
internal sealed class TaxonomyEditor : FieldEditor<TaxonomyField>
{
    public const string Ticked = "on";

    public override string View => "Terms";

    public static string Member(string taxonomy, string term) => $"{taxonomy} {term}";

    public static string TermOf(string member) => member.Split(' ', 2)[^1];

    protected override void Show(TaxonomyField value, FieldSlot slot)
    {
        foreach (var term in value.TermContentItemIds.OfType<string>())
        {
            slot.Set(Member(value.TaxonomyContentItemId, term), Ticked);
        }
    }

    /// <summary>A field has terms of one taxonomy. Those that stay keep their order.</summary>
    protected override void Read(TaxonomyField value, FieldSlot slot)
    {
        var chosen = slot.Values.Members(slot.Name).Where(member => member.Contains(' ', StringComparison.Ordinal)).ToLookup(member => member.Split(' ')[0], TermOf);
        if (chosen.Count > 1)
        {
            slot.Fail("terms.one-taxonomy", "");
            return;
        }

        var terms = chosen.SelectMany(group => group).ToList();
        value.TermContentItemIds = [.. value.TermContentItemIds.Where(terms.Contains).Union(terms)];
        value.TaxonomyContentItemId = chosen.FirstOrDefault()?.Key ?? value.TaxonomyContentItemId;
    }
}
