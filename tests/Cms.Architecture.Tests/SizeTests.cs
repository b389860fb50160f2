namespace Cms.Architecture.Tests;

/// <summary>Files that one can read at a sitting.</summary>
public sealed class SizeTests
{
    private const int LongestCode = 400;
    private const int LongestView = 200;

    [Fact]
    public void No_code_file_and_no_view_is_too_long()
    {
        var tooLong = Repository.Projects.SelectMany(project => project.Sources).Where(source => source.Lines > (source.IsView ? LongestView : LongestCode));
        Findings.None(tooLong.Select(source => $"{source.Path}: {source.Lines}"));
    }
}
