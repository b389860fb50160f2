namespace Cms.Web;

/// <summary>The folder of settings and data, the same whatever folder the program is started from.</summary>
internal static class ContentRoot
{
    /// <param name="programFolder">Where the program's files are: a published folder is the content root itself.</param>
    /// <returns>For a build output of this repository, <c>artifacts/bin/PROJECT/CONFIGURATION</c>, the project's folder: what is built anew must not hold data.</returns>
    public static string Find(string programFolder)
    {
        var folder = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(programFolder)));
        if (folder.Parent?.Parent is { Name: "bin", Parent: { Name: "artifacts", Parent: { } root } })
        {
            var project = Path.Combine(root.FullName, "src", "Cms.Web");
            if (File.Exists(Path.Combine(project, "Cms.Web.csproj")))
            {
                return project;
            }
        }

        return folder.FullName;
    }
}
