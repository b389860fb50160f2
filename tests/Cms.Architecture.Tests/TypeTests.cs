using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cms.Architecture.Tests;

/// <summary>Types say what may be done with them.</summary>
public sealed class TypeTests
{
    /// <summary>Hosts and tests implement it with the extension method ConfigureShell.</summary>
    private static readonly string[] _behindMethods = ["IConfigureShell"];

    private static readonly SyntaxKind[] _decided = [SyntaxKind.SealedKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.StaticKeyword];

    public static TheoryData<string> Extensions => ModuleFileTests.Extensions;

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Classes_of_modules_are_sealed_abstract_or_static(string name)
    {
        var classes = Repository.Find(name).Code.SelectMany(source => source.Nodes<TypeDeclarationSyntax>())
            .Where(type => type is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword })
            .GroupBy(type => type.Identifier.Text)
            .Where(parts => !parts.SelectMany(part => part.Modifiers).Any(modifier => _decided.Contains(modifier.Kind())));
        Findings.None(classes.Select(type => type.Key));
    }

    [Fact]
    public void An_interface_stands_at_a_seam()
    {
        // A seam has another number of implementations than one, or is used from another project.
        foreach (var (project, contract) in Interfaces().Where(found => !_behindMethods.Contains(found.Contract.Identifier.Text)))
        {
            var name = contract.Identifier.Text;
            var implementations = Repository.Projects.SelectMany(p => p.Code).SelectMany(source => source.Nodes<TypeDeclarationSyntax>()).Count(type => Implements(type, name));
            var usedElsewhere = Repository.Projects.Any(other => other != project && other.Sources.Any(source => source.Text.Contains(name, StringComparison.Ordinal)));
            Assert.True(implementations != 1 || usedElsewhere, $"{project.Name}: {name} has one implementation and no user outside.");
        }
    }

    private static IEnumerable<(Project Project, InterfaceDeclarationSyntax Contract)> Interfaces() => Repository.Product
        .SelectMany(project => project.Code.SelectMany(source => source.Nodes<InterfaceDeclarationSyntax>()).Select(contract => (project, contract)));

    private static bool Implements(TypeDeclarationSyntax type, string contract) =>
        type is not InterfaceDeclarationSyntax && type.BaseList?.Types.Any(t => t.Type.ToString().Split('<', '.')[0] == contract || t.Type.ToString().EndsWith("." + contract, StringComparison.Ordinal)) == true;
}
