namespace Cms.Architecture.Tests;

/// <summary>Which project may reference which.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> _libraries = new()
    {
        ["Cms.Core"] = [],
        ["Cms.Data"] = ["Cms.Core"],
        ["Cms.Search"] = ["Cms.Core"],
        ["Cms.Content"] = ["Cms.Core", "Cms.Data", "Cms.Search"],
        ["Cms.Display"] = ["Cms.Core", "Cms.Content"],
    };

    public static TheoryData<string> Libraries => [.. Repository.Product.Where(project => project is { Room: "src", Name: not "Cms.Web" }).Select(project => project.Name)];

    public static TheoryData<string> Modules => [.. Repository.Modules.Select(project => project.Name)];

    public static TheoryData<string> Themes => [.. Repository.Themes.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_references_only_the_libraries_below_it(string name)
    {
        Assert.True(_libraries.TryGetValue(name, out var allowed), $"{name} has no row in the table of references: a new library needs a reason.");
        Findings.None(Repository.Find(name).ReferencedNames.Except(allowed));
    }

    [Fact]
    public void The_host_names_no_module_or_theme()
    {
        var references = Repository.Find("Cms.Web").References.ToList();
        Assert.Equal(["../*/*.csproj", "@(ModuleProject)"], references);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_references_the_modules_of_its_manifest(string name)
    {
        var module = Repository.Find(name);
        var modules = module.ReferencedNames.Except(["Cms.Data", "Cms.Search"]);
        Assert.Equal(module.ManifestValues("Dependencies").Order(StringComparer.Ordinal), modules.Order(StringComparer.Ordinal));
        Assert.All(modules, reference => Assert.Equal("modules", Repository.Find(reference).Room));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_domain_module_builds_on_platform_modules_only(string name)
    {
        var module = Repository.Find(name);
        if (!module.IsPlatformModule)
        {
            Assert.DoesNotContain("Cms.Data", module.ReferencedNames);
            Assert.All(module.ManifestValues("Dependencies"), dependency => Assert.Contains(dependency, _platform));
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_theme_references_modules_and_its_base_theme(string name)
    {
        var theme = Repository.Find(name);
        var allowed = Repository.Modules.Select(module => module.Name).Concat(theme.ManifestValues("BaseTheme"));
        Findings.None(theme.ReferencedNames.Except(allowed));
    }

    [Fact]
    public void No_project_builds_on_itself()
    {
        foreach (var project in Repository.Projects)
        {
            Assert.DoesNotContain(project.ReferencedNames, reference => Repository.Find(reference).Closure().Contains(project.Name));
        }
    }

    [Fact]
    public void Only_the_data_and_search_libraries_name_a_database_package()
    {
        string[] packages = ["Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3", "Npgsql"];
        var users = Repository.Product.Where(project => project.Xml.Descendants("PackageReference").Any(package => packages.Contains((string?)package.Attribute("Include"))));
        Assert.Equal(["Cms.Data", "Cms.Search"], users.Select(project => project.Name));
    }

    /// <summary>Modules that are no content of their own; the first two have no table of theirs and so need no mark in their project file.</summary>
    private static readonly HashSet<string> _platform =
        ["Cms.Taxonomies", "Cms.Navigation", .. Repository.Modules.Where(module => module.IsPlatformModule).Select(module => module.Name)];
}
