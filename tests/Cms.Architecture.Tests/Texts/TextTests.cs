using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cms.Architecture.Tests.Texts;

/// <summary>What a visitor or editor reads stands in the PO files, and nothing else does.</summary>
public sealed partial class TextTests
{
    private static readonly string[] _cultures = ["fr", "en"];

    public static TheoryData<string> Projects => [.. Repository.Product.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_text_shown_is_translated(string name)
    {
        var project = Repository.Find(name);
        var known = Reach(project).SelectMany(p => PoFile.Of(p, "fr")).Where(text => !text.IsFailure).ToList();
        var missing = WrittenTexts.Of(project).Concat(DeclaredTexts.Of(project))
            .Where(text => !known.Exists(translated => translated.Id == text.Text && (text.Plural is null || translated.Plural == text.Plural)));
        Findings.None(missing.Select(text => $"{text.Place}: {text.Text}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_failure_has_a_sentence_in_each_language(string name)
    {
        var project = Repository.Find(name);
        var known = _cultures.ToDictionary(culture => culture, culture => Reach(project).SelectMany(p => PoFile.Of(p, culture)).Where(text => text.IsFailure).ToLookup(text => text.Id));
        foreach (var failure in FailureKeys.Of(project))
        {
            foreach (var culture in _cultures)
            {
                Assert.True(known[culture].Contains(failure.Key), $"{failure.Place}: {failure.Key} has no {culture} sentence.");
                Assert.True(failure.Data is null || known[culture][failure.Key].All(text => Highest(text) < failure.Data), $"{failure.Place}: the {culture} sentence of {failure.Key} shows more values than it is given.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_translation_is_left_over(string name)
    {
        var project = Repository.Find(name);
        var used = Repository.Product.Where(p => p.Closure().Contains(name)).SelectMany(UsedBy).ToHashSet();
        Findings.None(_cultures.SelectMany(culture => PoFile.Of(project, culture)).Select(text => text.Id).Where(id => !used.Contains(id)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Translations_show_the_values_of_the_English_text(string name)
    {
        var texts = PoFile.Of(Repository.Find(name), "fr");
        foreach (var text in texts.Where(text => !text.IsFailure))
        {
            var all = Values(text.Id).Union(Values(text.Plural ?? "")).ToHashSet();
            Assert.All(text.Forms, form => Assert.Empty(Values(form).Except(all)));
            Assert.True(all.SetEquals(Values(text.Forms[^1])), $"{text.Id}: the translation shows other values.");
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Failures_show_the_same_values_in_each_language(string name)
    {
        var project = Repository.Find(name);
        var french = Failures(project, "fr");
        var english = Failures(project, "en");
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), french.Keys.Order(StringComparer.Ordinal));
        Assert.All(french, failure => Assert.True(Values(failure.Value).SetEquals(Values(english[failure.Key])), failure.Key));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void A_text_has_one_translation(string culture)
    {
        // All files make one catalogue: of two translations in one context the later file would win.
        var several = Repository.Product.SelectMany(project => PoFile.Of(project, culture).Select(text => (project.Name, text)))
            .GroupBy(found => (found.text.Context, found.text.Id))
            .Where(same => same.Select(found => string.Join('|', found.text.Forms)).Distinct().Count() > 1);
        Findings.None(several.Select(same => $"{same.Key.Id}: {string.Join(", ", same.Select(found => $"{found.Name} \"{found.text.Forms[0]}\""))}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void French_is_written_with_French_typography(string name)
    {
        var texts = PoFile.Of(Repository.Find(name), "fr").SelectMany(text => text.Forms);
        Findings.None(texts.Where(text => NotFrench().IsMatch(text)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_text_stands_twice_in_one_file(string name)
    {
        foreach (var culture in _cultures)
        {
            var repeated = PoFile.Of(Repository.Find(name), culture).GroupBy(text => (text.Context, text.Id)).Where(same => same.Count() > 1);
            Findings.None(repeated.Select(same => $"{culture}: {same.Key}"));
        }
    }

    /// <summary>The project and all that it builds on: their texts are loaded wherever it runs.</summary>
    private static IEnumerable<Project> Reach(Project project) => project.Closure().Select(Repository.Find);

    /// <summary>Texts and keys that code holds in any place: some reach a localizer by way of a variable.</summary>
    private static IEnumerable<string> UsedBy(Project project) => WrittenTexts.Of(project).Concat(DeclaredTexts.Of(project)).Select(text => text.Text)
        .Concat(project.Code.SelectMany(source => source.Nodes<LiteralExpressionSyntax>()).Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression)).Select(literal => literal.Token.ValueText))
        .Concat(project.Views.SelectMany(view => Quoted().Matches(view.Text)).Select(match => match.Groups[1].Value));

    private static Dictionary<string, string> Failures(Project project, string culture) =>
        PoFile.Of(project, culture).Where(text => text.IsFailure).ToDictionary(text => text.Id, text => text.Forms[0]);

    private static HashSet<string> Values(string text) => [.. Value().Matches(text).Select(match => match.Groups[1].Value)];

    private static int Highest(PoText failure) => Values(failure.Forms[0]).Select(value => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(-1).Max();

    [GeneratedRegex(@"\{(\d)(?::[^}]*)?\}")]
    private static partial Regex Value();

    [GeneratedRegex("\"([^\"\n]+)\"")]
    private static partial Regex Quoted();

    /// <summary>A straight apostrophe, or a high sign or guillemet with a plain space or none.</summary>
    [GeneratedRegex(@"\w'\w|[ \w][;!?](\s|$)|[ \w](:(?=\s|$)|%)|«(?!\u202F)|(?<!\u202F)»|\.\.\.")]
    private static partial Regex NotFrench();
}
