using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cms.Architecture.Tests.Texts;

/// <summary>A failure that the code makes.</summary>
/// <param name="Data">How many values its text may show; null where that is not plain to see.</param>
internal sealed record FailureKey(string Key, int? Data, string Place);

/// <summary>Finds the keys of failures and exceptions, whose sentences stand in PO files.</summary>
internal static partial class FailureKeys
{
    private const string Base = "CmsException";

    /// <summary>Every class that derives from the exception with a key.</summary>
    private static readonly HashSet<string> _exceptions = [.. Exceptions()];

    public static IEnumerable<FailureKey> Of(Project project) => project.Code.SelectMany(source => Created(source).Concat(Bases(source)));

    private static IEnumerable<FailureKey> Created(SourceFile source) =>
        from created in source.Nodes<BaseObjectCreationExpressionSyntax>()
        let type = (created as ObjectCreationExpressionSyntax)?.Type.ToString().Split('.')[^1]
        where created.ArgumentList?.Arguments.Count > 0 && (type is null or "Failure" || _exceptions.Contains(type))
        from key in WrittenTexts.Literals(created.ArgumentList!.Arguments[0].Expression)
        where IsKey().IsMatch(key) && (type is not null || !key.EndsWith(".json", StringComparison.Ordinal))
        select new FailureKey(key, type is "Failure" or Base ? Values(created.ArgumentList!) : null, source.Path);

    private static IEnumerable<FailureKey> Bases(SourceFile source) =>
        from parent in source.Nodes<PrimaryConstructorBaseTypeSyntax>()
        where _exceptions.Contains(LastName(parent))
        from key in WrittenTexts.Literals(parent.ArgumentList.Arguments.FirstOrDefault()?.Expression)
        select new FailureKey(key, Values(parent.ArgumentList), source.Path);

    /// <summary>Both take the key, something of their own, then the values.</summary>
    private static int? Values(ArgumentListSyntax arguments) =>
        arguments.Arguments.Any(argument => argument.Expression is CollectionExpressionSyntax) || arguments.Arguments is [_, _, { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax }]
            ? null
            : Math.Max(0, arguments.Arguments.Count - 2);

    private static HashSet<string> Exceptions()
    {
        var found = new HashSet<string> { Base };
        var classes = Repository.Product.SelectMany(project => project.Code).SelectMany(source => source.Nodes<ClassDeclarationSyntax>()).ToList();
        while (classes.Any(type => type.BaseList?.Types.Any(parent => found.Contains(LastName(parent))) == true && found.Add(type.Identifier.Text)))
        {
            // Each round finds one class more.
        }

        return found;
    }

    private static string LastName(BaseTypeSyntax parent) => parent.Type.ToString().Split('.')[^1];

    [GeneratedRegex(@"^[a-z][a-z0-9]*(\.[a-zA-Z0-9_-]+)+$")]
    private static partial Regex IsKey();
}
