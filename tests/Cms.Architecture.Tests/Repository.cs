using System.Xml.Linq;

namespace Cms.Architecture.Tests;

/// <summary>The sources of the repository, read as text: the tests run without building what they look at.</summary>
internal static class Repository
{
    private static readonly HashSet<string> _made = ["bin", "obj", "artifacts", "node_modules", "App_Data", "TestResults"];

    public static readonly string Root = FindRoot();

    /// <summary>Every file that people write, by its path from the root, with slashes.</summary>
    public static readonly IReadOnlyList<string> Files = [.. Walk(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)];

    /// <summary>Every project but the small modules that tests load.</summary>
    public static readonly IReadOnlyList<Project> Projects =
        [.. Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && file.Count(c => c == '/') == 2).Select(file => new Project(file))];

    public static readonly IReadOnlyList<Project> Modules = [.. Projects.Where(project => project.Room == "modules")];

    public static readonly IReadOnlyList<Project> Themes = [.. Projects.Where(project => project.Room == "themes")];

    /// <summary>Libraries, modules and themes: all that runs.</summary>
    public static readonly IReadOnlyList<Project> Product = [.. Projects.Where(project => project.Room is "src" or "modules" or "themes")];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static XDocument Xml(string file) => XDocument.Parse(Read(file));

    public static Project Find(string name) => Projects.Single(project => project.Name == name);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cms.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Cms.sln stands in no folder above the tests.");
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')).Where(file => file != ".git")
            .Concat(folder.EnumerateDirectories().Where(inner => IsWritten(inner.Name)).SelectMany(Walk));

    private static bool IsWritten(string folder) => !_made.Contains(folder) && (folder[0] != '.' || folder is ".ci" or ".github");
}
