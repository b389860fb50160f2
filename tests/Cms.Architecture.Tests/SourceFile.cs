using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cms.Architecture.Tests;

/// <summary>A C# file or a Razor view.</summary>
/// <param name="path">From the root.</param>
internal sealed class SourceFile(string path)
{
    private static readonly CSharpParseOptions _options = new(LanguageVersion.Preview);
    private readonly Lazy<string> _text = new(() => Repository.Read(path));
    private CompilationUnitSyntax? _root;

    public string Path { get; } = path;

    public string Name { get; } = System.IO.Path.GetFileName(path);

    public bool IsView { get; } = path.EndsWith(".cshtml", StringComparison.Ordinal);

    public string Text => _text.Value;

    public int Lines => Text.Count(c => c == '\n');

    /// <summary>The syntax tree of a C# file.</summary>
    public CompilationUnitSyntax Root => _root ??= CSharpSyntaxTree.ParseText(Text, _options).GetCompilationUnitRoot();

    public IEnumerable<TNode> Nodes<TNode>()
        where TNode : SyntaxNode => Root.DescendantNodes().OfType<TNode>();

    public static IReadOnlyList<SourceFile> InFolder(string folder) =>
        [.. Repository.Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)))
            .Select(file => new SourceFile(file))];

    public override string ToString() => Path;
}
