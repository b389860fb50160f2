using System.Text.RegularExpressions;

namespace Cms.Architecture.Tests;

/// <summary>What a module or theme consists of.</summary>
public sealed partial class ModuleFileTests
{
    private static readonly string[] _kinds = ["Models", "Services", "Handlers", "ViewModels", "Helpers", "Utils", "Utilities", "Interfaces", "Extensions", "Managers", "Common"];

    public static TheoryData<string> Extensions => [.. Repository.Modules.Concat(Repository.Themes).Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Has_manifest_startup_readme_and_French_texts(string name)
    {
        string[] needed = ["Manifest.cs", "Startup.cs", "README.md", "Localization/fr.po", "packages.lock.json"];
        Findings.None(needed.Except(Repository.Find(name).Files));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void The_manifest_says_name_description_and_category(string name)
    {
        var project = Repository.Find(name);
        Assert.Equal(project.Room == "themes" ? "Theme" : "Module", project.Manifest?.Name.ToString());
        Assert.All(["Name", "Description", "Category"], member => Assert.NotEmpty(project.ManifestValues(member)));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Has_no_other_kinds_of_files(string name)
    {
        var project = Repository.Find(name);
        var embedded = project.Xml.Descendants("EmbeddedResource").Select(item => (string?)item.Attribute("Include")).ToList();
        Findings.None(project.Files.Where(file => !Known().IsMatch(file) && !embedded.Contains(file)));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Sorts_files_by_noun_and_not_by_kind(string name)
    {
        var folders = Repository.Find(name).Files.SelectMany(file => file.Split('/')[..^1]).Distinct();
        Findings.None(folders.Intersect(_kinds, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void The_readme_names_only_files_that_exist(string name)
    {
        var project = Repository.Find(name);
        var named = Readme.Paths(Repository.Read($"{project.Folder}/README.md")).Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal));
        Findings.None(named.Where(path => !project.Files.Contains(path) && !Repository.Files.Contains(path)));
    }

    /// <summary>Licences stand beside what they are for; <c>Scripts</c> holds what a script is built of; <c>Overrides</c> holds a theme's versions of other modules' views.</summary>
    [GeneratedRegex(@"^(README\.md|packages\.lock\.json|[\w.]+\.csproj|([A-Z]\w*/)*[\w.]+\.cs|(Views|Pages|Overrides|[A-Z]\w*/Pages)/[\w./]+\.cshtml(\.cs)?|Localization/[a-z]{2}(-[A-Z]{2})?\.po|wwwroot/.+|Assets/.+\.(js|mjs|css|svg)|Scripts/[\w./-]+\.(mjs|json|targets)|Scripts/\.npmrc|[\w.]+\.LICENSE\.txt)$")]
    private static partial Regex Known();
}
