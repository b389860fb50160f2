using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Parts;
using Cms.Core.Errors;

namespace Cms.Taxonomies;

/// <summary>Codes of terms are unique within their taxonomy, and the tree has no loops.</summary>
internal sealed class TaxonomyRules : ContentRules<TermsPart>
{
    protected override IEnumerable<Failure> CanSave(TermsPart part, ContentItem item)
    {
        foreach (var repeated in part.Terms.Rows.GroupBy(term => term.Code.Text).Where(terms => terms.Count() > 1))
        {
            yield return new Failure("term.code-taken", "TermsPart.Terms", repeated.Key);
        }

        foreach (var term in part.Terms.Rows.Where(term => IsItsOwnAncestor(term, part)))
        {
            yield return new Failure("term.loop", "TermsPart.Terms", term.Code.Text);
        }
    }

    private static bool IsItsOwnAncestor(Term term, TermsPart part)
    {
        var seen = new HashSet<string>();
        for (var at = term; at is not null; at = part.Terms.Rows.Find(t => !at.Parent.IsEmpty && (t.Id == at.Parent.Text || t.Code.Text == at.Parent.Text)))
        {
            if (!seen.Add(at.Id))
            {
                return true;
            }
        }

        return false;
    }
}
