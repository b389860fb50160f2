namespace Cms.Architecture.Tests;

/// <summary>Says everything that a rule found, where a collection's own message would be cut.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> found)
    {
        var all = found.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{all.Count}:")));
    }
}
