using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cms.Architecture.Tests;

/// <summary>One project: what it references, and the files in its folder.</summary>
/// <param name="file">Path of its project file from the root: <c>modules/Cms.Pages/Cms.Pages.csproj</c>.</param>
internal sealed class Project(string file)
{
    private readonly Lazy<XDocument> _xml = new(() => Repository.Xml(file));
    private readonly Lazy<IReadOnlyList<SourceFile>> _sources = new(() => SourceFile.InFolder(Path.GetDirectoryName(file)!));

    public string Name { get; } = Path.GetFileNameWithoutExtension(file);

    /// <summary>The folder of the root that it lies in: src, modules, themes, tests.</summary>
    public string Room { get; } = file.Split('/')[0];

    public string Folder { get; } = Path.GetDirectoryName(file)!;

    public XDocument Xml => _xml.Value;

    public bool IsPlatformModule => Xml.Descendants("PlatformModule").Any(element => element.Value == "true");

    /// <summary>Values of its <c>ProjectReference</c> items as written.</summary>
    public IEnumerable<string> References => Xml.Descendants("ProjectReference").Select(element => (string)element.Attribute("Include")!);

    /// <summary>Names of the projects that it names itself.</summary>
    public IReadOnlyList<string> ReferencedNames => [.. References.Where(reference => !reference.Contains('*', StringComparison.Ordinal) && !reference.StartsWith('@')).Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    /// <summary>The names of all that it builds on, itself among them.</summary>
    public IReadOnlySet<string> Closure()
    {
        var found = new HashSet<string>();
        Add(Name, found);
        return found;
    }

    /// <summary>Paths from the project's own folder.</summary>
    public IEnumerable<string> Files => Repository.Files.Where(path => path.StartsWith(Folder + "/", StringComparison.Ordinal)).Select(path => path[(Folder.Length + 1)..]);

    public IReadOnlyList<SourceFile> Sources => _sources.Value;

    public IEnumerable<SourceFile> Code => Sources.Where(source => !source.IsView);

    public IEnumerable<SourceFile> Views => Sources.Where(source => source.IsView);

    /// <summary>The attribute of <c>Manifest.cs</c> that describes the module or theme; null where there is none.</summary>
    public AttributeSyntax? Manifest => Code.Where(source => source.Name == "Manifest.cs")
        .SelectMany(source => source.Root.AttributeLists).SelectMany(list => list.Attributes)
        .FirstOrDefault(attribute => attribute.Name.ToString() is "Module" or "Theme");

    /// <summary>Strings that the manifest gives a member.</summary>
    public IReadOnlyList<string> ManifestValues(string member) => Manifest?.ArgumentList?.Arguments
        .Where(argument => argument.NameEquals?.Name.Identifier.Text == member)
        .SelectMany(argument => argument.Expression.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>())
        .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
        .Select(literal => literal.Token.ValueText)
        .ToList() ?? [];

    public override string ToString() => Name;

    private static void Add(string name, HashSet<string> found)
    {
        if (found.Add(name) && Repository.Projects.FirstOrDefault(project => project.Name == name) is { } known)
        {
            foreach (var next in known.BuildsOn())
            {
                Add(next, found);
            }
        }
    }

    /// <summary>The host takes in all by wildcard; the build rules of modules and themes give each of them the display library.</summary>
    private IEnumerable<string> BuildsOn() => this switch
    {
        { Name: "Cms.Web" } => Repository.Product.Select(project => project.Name),
        { Room: "modules" or "themes" } => ReferencedNames.Append("Cms.Display"),
        _ => ReferencedNames,
    };
}
