using Cms.Content.Items;

namespace Cms.Unit.Tests.Content;

/// <summary>Slugs and paths.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("« L’égalité, 5.2.2 »", "l-egalite-5-2-2")]
    [InlineData("Œuvre & Cœur — ÆSIR", "oeuvre-coeur-aesir")]
    [InlineData("  Déjà  vu! ", "deja-vu")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("Ереван", "")]
    [InlineData("…", "")]
    [InlineData("", "")]
    public void A_slug_is_lower_case_ascii_words(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void A_long_slug_is_cut_between_words()
    {
        Assert.Equal(string.Join('-', Enumerable.Repeat("mot", 25)), Slug.Of(string.Join(' ', Enumerable.Repeat("mot", 60))));
        Assert.Equal(new string('x', 100), Slug.Of(new string('x', 300)));
    }

    [Theory]
    [InlineData("fr/agenda-21/5-2-2", "agenda-21/5-2-2")]
    [InlineData("/fr/agenda-21/", "agenda-21")]
    [InlineData("agenda-21", "agenda-21")]
    [InlineData("fr", "")]
    [InlineData("fromages", "fromages")]
    [InlineData("en/agenda", "en/agenda")]
    public void A_path_loses_its_own_culture_only(string path, string without) => Assert.Equal(without, ContentPath.WithoutCulture(path, "fr"));

    [Theory]
    [InlineData("", true)]
    [InlineData("a/b-1", true)]
    [InlineData("A", false)]
    [InlineData("é", false)]
    [InlineData("a//b", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("a b", false)]
    [InlineData("../a", false)]
    [InlineData("a?b", false)]
    public void A_path_is_lower_case_words_between_slashes(string path, bool wellFormed) => Assert.Equal(wellFormed, ContentPath.IsWellFormed(path));

    [Fact]
    public void A_path_has_a_longest_length() =>
        Assert.Equal((true, false), (ContentPath.IsWellFormed(new string('a', ContentPath.MaxLength)), ContentPath.IsWellFormed(new string('a', ContentPath.MaxLength + 1))));

    [Fact]
    public void An_address_has_its_culture_in_front() => Assert.Equal(("/fr", "/en/a/b"), (ContentPath.Url("fr", ""), ContentPath.Url("en", "a/b")));

    [Theory]
    [InlineData("0123456789abcdefghjkmnpqrs", true)]
    [InlineData("a-B_9", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    public void An_id_is_letters_digits_hyphens_and_underscores(string? id, bool wellFormed) => Assert.Equal(wellFormed, IdGenerator.IsWellFormed(id));

    [Fact]
    public void New_ids_are_26_characters_and_never_the_same()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => IdGenerator.NewId()).ToList();

        Assert.Equal(1_000, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", id));
    }
}
