using System.Reflection;
using Cms.Core.Modules;

namespace Cms.Website.Tests.Shell;

public sealed class ModuleCatalogTests
{
    [Fact]
    public void Modules_and_themes_are_those_that_the_host_project_references()
    {
        var catalog = ModuleCatalog.Load(typeof(ModuleCatalogTests).Assembly);

        Assert.Equal(["Sample.Farewell", "Sample.Greeting", "Sample.Theme"], catalog.Modules.Select(m => m.Id));
        Assert.Equal(["Sample.Theme"], catalog.Modules.Where(m => m.IsTheme).Select(m => m.Id));
    }

    [Fact]
    public void Website_names_each_folder_of_modules_and_themes()
    {
        var root = RepositoryRoot();
        var folders = new[] { "modules", "themes" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(Path.GetFileNameWithoutExtension);

        var named = typeof(Program).Assembly.GetCustomAttributes<ModuleNameAttribute>().Select(m => m.Name);

        Assert.Equal(folders.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Manifest_describes_module_and_features()
    {
        var graph = ModuleCatalog.Load(typeof(ModuleCatalogTests).Assembly).Graph;
        var greeting = graph.Find("Sample.Greeting")!;
        var polite = graph.Find("Sample.Greeting.Polite")!;

        Assert.Equal(("Greeting", "Says hello", "1.2"), (greeting.Name, greeting.Description, greeting.Module.Version));
        Assert.Equal(["sample"], greeting.Module.Tags);
        Assert.Equal(("Sample.Greeting.Polite", "Sample.Greeting"), (polite.Name, polite.Module.Id));
        Assert.Equal(["Startup", "FarewellStartup"], greeting.Startups.Select(s => s.Type.Name).OrderDescending(StringComparer.Ordinal));
        Assert.True(graph.Find("Sample.Greeting.Base")!.EnabledByDependencyOnly);
    }

    [Fact]
    public void Assembly_without_a_manifest_is_refused()
    {
        var e = Assert.Throws<ModuleException>(() => new ModuleCatalog([typeof(ModuleCatalogTests).Assembly]));

        Assert.StartsWith("Cms.Website.Tests is referenced as a module but has no Module or Theme attribute", e.Message, StringComparison.Ordinal);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
