using System.Globalization;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Display.Communes;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Editors;

/// <summary>What the pickers of one form offer; asked for once, however many rows need it.</summary>
public sealed class EditorChoices(ContentTitles titles, ContentLists lists, MediaFiles media, ContentDefinitions definitions, CultureSettings cultures, IStringLocalizer<EditorChoices> localizer)
{
    /// <summary>More than these are not ticked off a list but searched for.</summary>
    public const int MostAtOnce = 30;

    private const int MostFound = 50;
    private const int MostTerms = 60;
    private const int MostFiles = 500;
    private const int MostCommunes = 20;
    private const string Taxonomy = "Taxonomy";
    private readonly Dictionary<(string Type, string Text), ContentTitlePage> _pages = [];
    private readonly Dictionary<string, IReadOnlySet<string>> _used = [];
    private IReadOnlyList<TaxonomyTree>? _taxonomies;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private IReadOnlyList<string> Preference => [Language, .. cultures.Names.Where(name => name != Language)];

    /// <summary>What a field offers; nothing for one that is typed.</summary>
    /// <param name="path">The field without rows: <c>CooperationProject.ForeignPartners.Country</c>.</param>
    /// <param name="drafts">Whose drafts are offered; null for all.</param>
    public async Task<FieldChoices> OfAsync(FieldDefinition field, FieldEditor editor, string name, string path, EditorValues values, VisibleFilter? drafts, CancellationToken token) => editor switch
    {
        ContentPickerEditor => await ItemsAsync(field, name, values, drafts, token),
        TaxonomyEditor => Narrowed(await TermsAsync(field, name, path, values, token), name, values),
        MediaEditor => new FieldChoices([new ChoiceGroup("", [.. media.List(MostFiles).Select(file => new Choice(file, file, null, false))])]),
        AddressEditor => Communes(name, values),
        TextEditor when field.Options.Count > 0 => new FieldChoices([new ChoiceGroup("", [.. Options(field, values.Text(name))])]),
        _ => FieldChoices.None,
    };

    private IEnumerable<Choice> Options(FieldDefinition field, string chosen) =>
        field.Options.Contains(chosen) || chosen.Length == 0
            ? field.Options.Select(code => new Choice(code, localizer[FieldDefinition.OptionWords(code)], null, code == chosen))
            : [.. field.Options.Select(code => new Choice(code, localizer[FieldDefinition.OptionWords(code)], null, false)), new Choice(chosen, chosen, null, true)];

    private static FieldChoices Communes(string name, EditorValues values)
    {
        var words = values.Text(EditorValues.AsideName(name, FormSteps.Found));
        var found = FrenchCommunes.Find(words, MostCommunes + 1);
        var choices = found.Take(MostCommunes).Select(commune => new Choice(commune.Code, commune.Name, "fr", false, Note: string.Join(", ", commune.PostalCodes.Take(3)) + (commune.PostalCodes.Count > 3 ? "…" : "")));
        return new FieldChoices([new ChoiceGroup("", [.. choices])], true, words.Length > 0 ? words : null, found.Count > MostCommunes);
    }

    /// <summary>What is chosen comes first, in its order; it stays even where nothing of it is stored any more.</summary>
    private async Task<FieldChoices> ItemsAsync(FieldDefinition field, string name, EditorValues values, VisibleFilter? drafts, CancellationToken token)
    {
        var sets = values.All(name).Distinct().ToList();
        var known = await titles.OfAsync(sets, Preference, token);
        var chosen = sets.Select(set => known.TryGetValue(set, out var title) ? Item(title, field, true) : new Choice(set, localizer["deleted content ({0})", set], null, true)).ToList();
        var all = await PageAsync(field.ContentType, "", MostAtOnce, drafts, token);
        var found = values.Text(EditorValues.AsideName(name, FormSteps.Found));
        var offered = !all.More ? all : found.Length > 0 ? await PageAsync(field.ContentType, found, MostFound, drafts, token) : new ContentTitlePage([], false);
        var others = offered.Titles.Where(title => !sets.Contains(title.SetId)).Select(title => Item(title, field, false)).ToList();
        return new FieldChoices([new ChoiceGroup("", chosen), new ChoiceGroup("", others)], all.More, all.More && found.Length > 0 ? found : null, all.More && offered.More);
    }

    private Choice Item(ContentTitle title, FieldDefinition field, bool isChosen) => new(
        title.SetId,
        title.Title,
        title.Culture == Language ? null : title.Culture,
        isChosen,
        Note: field.ContentType.Length > 0 ? "" : localizer[definitions.TypeOf(title.Type).DisplayName]);

    private async Task<ContentTitlePage> PageAsync(string type, string text, int limit, VisibleFilter? drafts, CancellationToken token) =>
        _pages.TryGetValue((type, text), out var page) ? page : _pages[(type, text)] = await titles.FindAsync(type, text, Preference, limit, drafts, token);

    /// <summary>The taxonomy that the definition names, else those that the field has terms of anywhere, else all.</summary>
    private async Task<FieldChoices> TermsAsync(FieldDefinition field, string name, string path, EditorValues values, CancellationToken token)
    {
        _taxonomies ??= await TaxonomiesAsync(token);
        var chosen = values.Members(name).Select(TaxonomyEditor.TermOf).ToList();
        var used = await UsedAsync(field, path, token);
        var offered = _taxonomies.Where(tree => used.Count == 0 || used.Contains(tree.Set) || tree.Terms.Any(term => chosen.Contains(term.Id))).ToList();
        var groups = offered.Select(tree => new ChoiceGroup(offered.Count > 1 ? tree.Title : "", [.. tree.Terms.Select(term => new Choice(TaxonomyEditor.Member(tree.Set, term.Id), term.Name, term.Language, chosen.Contains(term.Id), term.Depth))]));
        var missing = values.Members(name).Where(member => !offered.Exists(tree => tree.Terms.Any(term => term.Id == TaxonomyEditor.TermOf(member))));
        return new FieldChoices([new ChoiceGroup("", [.. missing.Select(member => new Choice(member, localizer["deleted term ({0})", TaxonomyEditor.TermOf(member)], null, true))]), .. groups]);
    }

    /// <summary>Of many terms, those that are chosen and those that were searched for.</summary>
    private static FieldChoices Narrowed(FieldChoices all, string name, EditorValues values)
    {
        if (all.Groups.Sum(group => group.Choices.Count) <= MostTerms)
        {
            return all;
        }

        var words = values.Text(EditorValues.AsideName(name, FormSteps.Found));
        return new FieldChoices(
            [.. all.Groups.Select(group => group with { Choices = [.. group.Choices.Where(term => term.IsChosen || (words.Length > 0 && ContentTitles.Contains(term.Text, words)))] })], true, words.Length > 0 ? words : null);
    }

    /// <summary>The terms that a field offers where nothing is chosen, each followed by those under it; the value of a choice is the term's id.</summary>
    /// <inheritdoc cref="OfAsync" path="/param"/>
    public async Task<IReadOnlyList<Choice>> TermsOfAsync(FieldDefinition field, string path, CancellationToken token) =>
        [.. (await TermsAsync(field, path, path, new EditorValues(), token)).Groups.SelectMany(group => group.Choices).Select(choice => choice with { Value = TaxonomyEditor.TermOf(choice.Value) })];

    private async Task<IReadOnlySet<string>> UsedAsync(FieldDefinition field, string path, CancellationToken token)
    {
        if (field.Taxonomy.Length > 0)
        {
            return new HashSet<string> { field.Taxonomy };
        }

        return _used.TryGetValue(path, out var used) ? used : _used[path] = await titles.PointedToAsync(path, [.. _taxonomies!.Select(tree => tree.Set)], token);
    }

    private async Task<IReadOnlyList<TaxonomyTree>> TaxonomiesAsync(CancellationToken token)
    {
        var trees = new Dictionary<string, TaxonomyTree>();
        foreach (var language in Preference.Where(cultures.Supports).Reverse())
        {
            var page = await lists.PageAsync(new ContentQuery { Type = Taxonomy, Culture = language, PageSize = 100 }, token);
            foreach (var item in page.Items.Where(item => item.Has<TermsPart>()))
            {
                trees[item.LocalizationSet] = TaxonomyTree.Of(item, language == Language ? null : language);
            }
        }

        return [.. trees.Values.OrderBy(tree => tree.Title, StringComparer.CurrentCulture)];
    }
}

/// <summary>The terms of a taxonomy as a reader goes through them: each followed by those under it.</summary>
internal sealed record TaxonomyTree(string Set, string Title, IReadOnlyList<TreeTerm> Terms)
{
    private const int Deepest = 8;

    public static TaxonomyTree Of(ContentItem taxonomy, string? language)
    {
        var rows = taxonomy.As<TermsPart>().Terms.Rows;
        return new TaxonomyTree(taxonomy.LocalizationSet, taxonomy.DisplayText, [.. Under(null, rows, language, 0)]);
    }

    private static IEnumerable<TreeTerm> Under(Term? broader, List<Term> rows, string? language, int depth) =>
        depth == Deepest ? [] : rows.Where(row => broader is null ? !rows.Exists(other => IsUnder(row, other)) : IsUnder(row, broader))
            .SelectMany(row => Under(row, rows, language, depth + 1).Prepend(new TreeTerm(row.Id, row.Name.IsEmpty ? row.Code.Text : row.Name.Text, language, depth)));

    private static bool IsUnder(Term term, Term broader) => !term.Parent.IsEmpty && (term.Parent.Text == broader.Id || term.Parent.Text == broader.Code.Text);
}

internal sealed record TreeTerm(string Id, string Name, string? Language, int Depth);
