using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cms.Architecture.Tests;

/// <summary>Rules that keep promises of safety and of one set of build rules for all.</summary>
public sealed partial class SafetyTests
{
    [Fact]
    public void One_file_turns_text_into_markup()
    {
        var makers = Repository.Product.SelectMany(project => project.Code).Where(MakesMarkup);

        // The second joins a text of ours with encoded arguments.
        Assert.Equal(["src/Cms.Core/Localization/PluralTexts.cs", "src/Cms.Display/SafeHtml/SafeMarkup.cs"], makers.Select(source => source.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_repository_has_one_NoWarn()
    {
        var places = Repository.Files.Where(IsBuildFile).Where(file => Repository.Xml(file).Descendants().Any(HasNoWarn));
        Assert.Equal(["Directory.Build.props"], places);
        Assert.Single(Repository.Xml("Directory.Build.props").Descendants(), HasNoWarn);
    }

    [Fact]
    public void A_silenced_rule_says_why_on_its_line()
    {
        var lines = Repository.Projects.SelectMany(project => project.Sources).SelectMany(source => source.Text.Split('\n').Select((line, index) => (Line: line, Place: $"{source.Path}:{index + 1}")))
            .Where(line => Silenced().IsMatch(line.Line));
        Findings.None(lines.Where(line => !Reason().IsMatch(line.Line)).Select(line => line.Place));
    }

    [Fact]
    public void No_file_names_a_folder_of_one_machine_or_a_package_registry()
    {
        var found = Repository.Files.Where(file => Text().IsMatch(file)).Select(file => (file, Match: OneMachine().Match(Repository.Read(file)))).Where(hit => hit.Match.Success);
        Findings.None(found.Select(hit => $"{hit.file}: {hit.Match.Value}"));
    }

    private static bool MakesMarkup(SourceFile source) =>
        source.Nodes<BaseTypeSyntax>().Any(type => type.Type.ToString() is "IHtmlContent" or "HtmlString" or "HtmlContentBuilder") ||
        source.Nodes<ObjectCreationExpressionSyntax>().Any(created => created.Type.ToString() is "HtmlString" or "HtmlContentBuilder" or "LocalizedHtmlString") ||
        source.Nodes<InvocationExpressionSyntax>().Any(WritesMarkup);

    private static bool WritesMarkup(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "AppendHtml" or "AppendHtmlLine" or "SetHtmlContent" or "Raw" } &&
        call.ArgumentList.Arguments.Any(argument => argument.Expression is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax || call.Expression.ToString() == "Html.Raw");

    private static bool IsBuildFile(string file) => Path.GetExtension(file) is ".csproj" or ".props" or ".targets";

    private static bool HasNoWarn(XElement element) => element.Name.LocalName is "NoWarn" or "DisabledWarnings" || element.Attribute("NoWarn") is not null;

    [GeneratedRegex(@"^\s*#pragma warning disable\b|\[(assembly: )?SuppressMessage\b")]
    private static partial Regex Silenced();

    [GeneratedRegex(@"disable [A-Z]{2,}\d+ // \w+|Justification = ""\w+")]
    private static partial Regex Reason();

    [GeneratedRegex(@"\.(cs|cshtml|csproj|props|targets|json|md|po|txt|sln|yml|js|mjs|css|config)$|^\.npmrc$|^tests/run$|^\.ci/")]
    private static partial Regex Text();

    /// <summary>A lock file of npm would name the registry in "resolved"; one of NuGet has a version there.</summary>
    [GeneratedRegex(@"(?<![\w.:/~*\])}-])/(home|Users|root|work)/\w|[A-Z]:\\Users\\|""resolved"":\s*""http|<add key=""[^""]*"" value=""http|^registry\s*=", RegexOptions.Multiline)]
    private static partial Regex OneMachine();
}
