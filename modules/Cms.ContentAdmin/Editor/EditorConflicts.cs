using Cms.Content.Items;
using Cms.Display.Editors;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin.Editor;

/// <summary>Compares, field by field, what a form was made from, what was stored since, and what was typed.</summary>
public sealed class EditorConflicts(FieldWordsSource source, IStringLocalizer<Startup> localizer)
{
    public async Task<IReadOnlyList<FieldDifference>> FindAsync(EditSession session, CancellationToken token)
    {
        var tried = EditSession.Copy(session.Base);
        var reading = EditorForms.Read(tried, session.Values, session.Formats);
        var words = await source.ForAsync([session.Base, session.Item, tried], session.Formats, token);
        var before = EditorForms.Show(session.Base, session.Formats);
        var theirs = EditorForms.Show(session.Item, session.Formats);
        var mine = EditorForms.Show(tried, session.Formats);
        var differences = new List<FieldDifference>();
        foreach (var (part, field) in session.Item.Type.Parts.SelectMany(part => FieldEditors.Of(part.Fields).Select(found => (part, found.Field))))
        {
            var name = EditorForms.NameOf(part, field);
            var isUnread = reading.Failures.Any(failure => failure.Field?.StartsWith(name, StringComparison.Ordinal) == true);
            if (!session.Values.Has(name) || (!isUnread && mine.Same(theirs, name)))
            {
                continue;
            }

            var (mineChanged, theirsChanged) = (isUnread || !mine.Same(before, name), !theirs.Same(before, name));
            differences.Add(new FieldDifference(
                name,
                localizer[field.Label.Length > 0 ? field.Label : field.Name],
                Words(session.Base),
                Words(session.Item),
                isUnread ? Typed(session.Values, name) : Words(tried),
                mineChanged && theirsChanged ? null : mineChanged ? FieldDifference.ChooseMine : FieldDifference.ChooseTheirs,
                theirsChanged));

            string Words(ContentItem item) => words.Of(field.Get(item.Part(part)), field);
        }

        return differences;
    }

    /// <summary>What was typed where it can not be understood.</summary>
    private static string Typed(EditorValues values, string name) =>
        string.Join(", ", values.Pairs.Where(pair => pair.Key.StartsWith(name, StringComparison.Ordinal) && pair.Value.Length > 0).Select(pair => pair.Value));
}
