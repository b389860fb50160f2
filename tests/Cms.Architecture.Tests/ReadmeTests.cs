namespace Cms.Architecture.Tests;

/// <summary>The README's map leads to things that are there.</summary>
public sealed class ReadmeTests
{
    private static readonly HashSet<string> _folders = [.. Repository.Files.SelectMany(Above)];

    [Fact]
    public void The_table_of_places_points_to_files_that_exist()
    {
        var rows = Readme.Rows(Repository.Read("README.md"), "Where is it?").ToList();
        var missing = rows.SelectMany(row => Readme.Paths(row[^1])).Where(path => !Exists(path));
        Assert.True(rows.Count >= 10, "The README has lost its table of places.");
        Findings.None(missing);
    }

    [Fact]
    public void The_map_names_every_project()
    {
        var readme = Repository.Read("README.md");
        Findings.None(Repository.Projects.Select(project => project.Name).Where(name => !readme.Contains(name, StringComparison.Ordinal)));
    }

    private static bool Exists(string path) => Repository.Files.Contains(path) || _folders.Contains(path);

    private static IEnumerable<string> Above(string file)
    {
        for (var folder = Path.GetDirectoryName(file); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
