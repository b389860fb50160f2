using System.Globalization;
using Cms.Core.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Cms.Unit.Tests.Localization;

public sealed class PoCatalogTests : IDisposable
{
    private readonly PoFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_listed_extensions_are_read()
    {
        _folder.Add("program/Cms.Pages/fr.po", Entry("Page", "Page web")).Add("program/Cms.News/fr.po", Entry("Article", "Actualité"));
        Assert.Equal(["Page web", "Article"], Texts("fr", ["Cms.Pages"], "Page", "Article"));
    }

    [Fact]
    public void The_operators_texts_win_over_the_programs_and_later_extensions_over_earlier()
    {
        _folder.Add("program/Cms.Pages/fr.po", Entry("a", "pages") + Entry("b", "pages") + Entry("c", "pages"))
            .Add("program/Cms.News/fr.po", Entry("a", "news"))
            .Add("data/fr.po", Entry("b", "data"))
            .Add("data/fr/any name.po", Entry("c", "folder"));
        Assert.Equal(["news", "data", "folder"], Texts("fr", ["Cms.Pages", "Cms.News"], "a", "b", "c"));
    }

    [Theory]
    [InlineData("data/Cms.Pages/fr.po")]
    [InlineData("data/Cms.Pages-fr.po")]
    [InlineData("data/fr/Cms.Pages.po")]
    [InlineData("program/fr.po")]
    [InlineData("program/fr/Cms.Pages.po")]
    public void Orchards_places_are_read(string path)
    {
        _folder.Add(path, Entry("a", "x"));
        Assert.Equal(["x"], Texts("fr", ["Cms.Pages"], "a"));
    }

    [Fact]
    public void Parent_cultures_are_tried()
    {
        _folder.Add("program/Cms.Pages/fr.po", Entry("a", "parent") + Entry("b", "parent")).Add("program/Cms.Pages/fr-FR.po", Entry("a", "child"));
        Assert.Equal(["child", "parent"], Texts("fr-FR", ["Cms.Pages"], "a", "b"));
    }

    [Fact]
    public void The_context_compares_without_case_and_the_text_with_case()
    {
        _folder.Add("data/fr.po", Entry("Save", "Enregistrer", "cms.unit.tests.localization.pocatalogtests") + Entry("save", "sauver"));
        var texts = _folder.Start("fr").GetRequiredService<IStringLocalizer<PoCatalogTests>>();
        Assert.Equal(("Enregistrer", "sauver"), (texts["Save"].Value, texts["save"].Value));
        Assert.True(texts["SAVE"].ResourceNotFound);
    }

    [Fact]
    public void A_changed_file_is_read_anew_and_told()
    {
        _folder.Add("data/fr.po", Entry("a", "before"));
        var catalog = _folder.Start("fr").GetRequiredService<PoCatalog>();
        Assert.Equal("before", Find(catalog));
        using var changed = new ManualResetEventSlim();
        using var registration = catalog.Changes.RegisterChangeCallback(_ => changed.Set(), null);

        _folder.Add("data/fr.po", Entry("a", "after"));

        Assert.True(changed.Wait(TimeSpan.FromSeconds(30)));
        // Writing a file is several changes to the system; the last one counts.
        SpinWait.SpinUntil(() => Find(catalog) == "after", TimeSpan.FromSeconds(30));
        Assert.Equal("after", Find(catalog));
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_left_out_and_the_others_are_read()
    {
        _folder.Add("data/fr.po", [0x6d, 0xe9, 0xff]).Add("data/fr/other.po", Entry("a", "x"));
        Assert.Equal(["x"], Texts("fr", [], "a"));
    }

    [Fact]
    public void Missing_folders_are_no_error() => Assert.Equal(["a"], Texts("fr", ["Cms.Pages"], "a"));

    [Fact]
    public void Texts_of_administrators_win_over_every_file_and_leave_the_other_forms_of_a_plural()
    {
        _folder.Add("data/fr.po", Entry("a", "file") + Entry("a", "file", typeof(PoCatalogTests).FullName) + Entry("b", "file") + "msgid \"{0} page\"\nmsgid_plural \"{0} pages\"\nmsgstr[0] \"{0} page\"\nmsgstr[1] \"{0} pages\"\n");
        var services = _folder.Start("fr-FR");
        var texts = services.GetRequiredService<IStringLocalizer<PoCatalogTests>>();
        var catalog = services.GetRequiredService<PoCatalog>();
        Assert.Equal("file", texts["a"].Value);

        catalog.Override(new Dictionary<string, IReadOnlyList<PoEntry>> { ["fr"] = [new(null, "a", null, ["own"]), new(null, "c", null, ["own"]), new(null, "{0} page", null, ["{0} feuille"])] });

        Assert.Equal(["own", "file", "own"], new[] { "a", "b", "c" }.Select(id => texts[id].Value));
        Assert.Equal(["1 feuille", "5 pages"], new[] { 1, 5 }.Select(count => texts.Plural(count, "{0} page", "{0} pages").Value));
        Assert.Equal(["a", "b", "c", "{0} page"], texts.GetAllStrings(includeParentCultures: true).Select(text => text.Name).Order(StringComparer.Ordinal));

        catalog.Override(new Dictionary<string, IReadOnlyList<PoEntry>>());
        Assert.Equal("file", texts["a"].Value);
    }

    internal static string Entry(string id, string text, string? context = null) =>
        $"{(context is null ? "" : $"msgctxt \"{context}\"\n")}msgid \"{id}\"\nmsgstr \"{text}\"\n\n";

    private static string? Find(PoCatalog catalog) => catalog.Find(CultureInfo.CurrentUICulture, null, "a", out _)?[0];

    private List<string> Texts(string culture, string[] extensions, params string[] ids)
    {
        var texts = _folder.Start(culture, extensions).GetRequiredService<IStringLocalizer<PoCatalogTests>>();
        return [.. ids.Select(id => texts[id].Value)];
    }
}
