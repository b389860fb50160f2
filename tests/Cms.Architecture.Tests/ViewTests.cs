using System.Text.RegularExpressions;

namespace Cms.Architecture.Tests;

/// <summary>Views are typed, complete when they begin, and fit the policy header of every answer.</summary>
public sealed partial class ViewTests
{
    public static TheoryData<string> Views => [.. Repository.Product.SelectMany(project => project.Views).Select(view => view.Path)];

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_is_typed(string path) => Assert.DoesNotMatch(Untyped(), Repository.Read(path));

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_has_no_inline_script_and_no_inline_style(string path)
    {
        var text = Repository.Read(path);
        Assert.DoesNotMatch(InlineCode(), text);
        Assert.All(Script().Matches(text), script => Assert.Matches(DataOrFile(), script.Value));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_is_given_nothing_but_texts(string path) =>
        Assert.All(Inject().Matches(Repository.Read(path)), inject => Assert.Matches(@"^I(String|Html|View)Localizer\b", inject.Groups[1].Value));

    [GeneratedRegex(@"\bdynamic\b|\bViewBag\b|\bViewData\[|\bTempData\[|\bHtml\.Raw\b")]
    private static partial Regex Untyped();

    [GeneratedRegex(@"<[^<>]*\s(style|on[a-z]+)\s*=|<style\b|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"<script\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex("""\ssrc\s*=|type="application/ld\+json"|type="importmap" src""", RegexOptions.IgnoreCase)]
    private static partial Regex DataOrFile();

    [GeneratedRegex(@"^@inject\s+(?:[\w.]+\.)?(\w+.*)$", RegexOptions.Multiline)]
    private static partial Regex Inject();
}
