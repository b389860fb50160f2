using System.Diagnostics;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>The tests of the editor's script, in Node: what is read and written is Markdown, and what nobody touched stays byte for byte.</summary>
public sealed class EditorScriptTests
{
    [Fact]
    public async Task Script_of_the_editor_passes_its_own_tests()
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--test", "tests/"])
        {
            WorkingDirectory = Path.Combine(Root(), "modules", "Cms.ContentAdmin", "Scripts"),
            RedirectStandardOutput = true,
        })!;
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, said);
        Assert.Contains("# fail 0", said, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Cms.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
