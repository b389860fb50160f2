using Cms.Content.Fields;
using Cms.Content.Store;
using Cms.Display.Templates;

namespace Cms.Display.Pages;

/// <summary>Terms of a taxonomy field. A term stands for all under it as well: France holds what is in Marseille.</summary>
internal sealed class TermFacet(string key, string title, string field, string culture, ContentLists lists, TermCatalog terms) : ListFacet(key, title)
{
    internal override async Task<ContentFilter?> FilterAsync(ContentQuery list, string code, CancellationToken token)
    {
        var all = await terms.AllAsync(culture, token);
        var targets = all.Values.Where(term => TermDisplay.Line(term, all).Exists(above => above.Code == code)).Select(term => term.Id).ToList();
        return targets.Count == 0 ? null : new ReferenceFilter(Reference.Term, field, targets);
    }

    internal override async Task<FacetOptions> OptionsAsync(ContentQuery list, string? chosen, CancellationToken token)
    {
        var all = await terms.AllAsync(culture, token);
        var counts = await lists.FacetAsync(list, Reference.Term, field, token);
        var lines = counts.Targets.Where(all.ContainsKey).Select(id => TermDisplay.Line(all[id], all)).ToList();
        if (lines.Exists(line => line.Count > 1))
        {
            counts = await lists.TreeFacetAsync(list, field, [.. lines.SelectMany(line => line.Select(above => (above.Id, line[^1].Id)))], token);
        }

        if (chosen is not null && !lines.Exists(line => line.Exists(term => term.Code == chosen)))
        {
            lines.AddRange(all.Values.Where(term => term.Code == chosen).Take(1).Select(term => TermDisplay.Line(term, all)));
        }

        // Every line from the top of the tree down, so that each term stands under its broader one.
        return new FacetOptions([.. lines.SelectMany(line => line.Select((_, depth) => line[..(depth + 1)])).DistinctBy(line => line[^1].Id)
            .OrderBy(line => string.Join('\u0001', line.Select(term => term.Name)), StringComparer.CurrentCulture)
            .Select(line => new FacetOption(line[^1].Code, line[^1].Name, counts[line[^1].Id], line.Count - 1))]);
    }
}
