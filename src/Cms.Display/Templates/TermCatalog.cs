using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Localization;
using Cms.Data;
using Cms.Display.Frame;

namespace Cms.Display.Templates;

/// <summary>Every term of every published taxonomy in a language, by id; read again when content changed.</summary>
public sealed class TermCatalog(ContentLists lists, CultureSettings cultures, IChangeLog changes)
{
    private const string Taxonomy = "Taxonomy";
    private readonly ChangeLogCache<string, IReadOnlyDictionary<string, TermDisplay>> _terms = new(changes);

    public Task<IReadOnlyDictionary<string, TermDisplay>> AllAsync(string culture, CancellationToken token = default) => _terms.GetAsync(culture, () => ReadAsync(culture, token), token);

    /// <summary>The term of a code that addresses use; null for a code that no term has.</summary>
    public async Task<TermDisplay?> FindAsync(string culture, string code, CancellationToken token = default) => (await AllAsync(culture, token)).Values.FirstOrDefault(t => t.Code == code);

    private async Task<IReadOnlyDictionary<string, TermDisplay>> ReadAsync(string culture, CancellationToken token)
    {
        var terms = new Dictionary<string, TermDisplay>();

        // The reader's language last, so that its names win.
        foreach (var language in cultures.Names.Where(c => c != culture).Append(culture))
        {
            var page = await lists.PageAsync(new ContentQuery { Type = Taxonomy, Culture = language, PageSize = 100 }, token);
            foreach (var rows in page.Items.Where(i => i.Has<TermsPart>()).Select(item => item.As<TermsPart>().Terms.Rows))
            {
                foreach (var term in rows)
                {
                    var name = term.Name.IsEmpty ? term.Code.Text : term.Name.Text;
                    terms[term.Id] = new TermDisplay(term.Id, term.Code.Text, Typography.Apply(name, cultures.Format(language)), BroaderId(term, rows));
                }
            }
        }

        return terms;
    }

    /// <summary>Recipes name the broader term by its id or by its code in the same taxonomy; empty at the top of the tree.</summary>
    private static string BroaderId(Term term, IReadOnlyList<Term> rows) =>
        term.Parent.IsEmpty ? "" : rows.FirstOrDefault(row => row.Id == term.Parent.Text || row.Code.Text == term.Parent.Text)?.Id ?? "";
}
