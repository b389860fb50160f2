using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cms.Architecture.Tests.Texts;

/// <summary>An English text that the code shows, with its plural where it depends on a count.</summary>
internal sealed record WrittenText(string Text, string? Plural, string Place);

/// <summary>Finds the English texts that a project passes to a localizer, in code and in views.</summary>
internal static partial class WrittenTexts
{
    public static IEnumerable<WrittenText> Of(Project project) => project.Code.SelectMany(OfCode).Concat(project.Views.SelectMany(view => OfView(view, project)));

    /// <summary>Texts of every branch of an expression: <c>a ? "one" : "two"</c>. Nothing for a text that is known at run time only.</summary>
    public static IEnumerable<string> Literals(ExpressionSyntax? expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => [literal.Token.ValueText],
        ParenthesizedExpressionSyntax inner => Literals(inner.Expression),
        ConditionalExpressionSyntax choice => Literals(choice.WhenTrue).Concat(Literals(choice.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => Literals(arm.Expression)),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && Literals(sum.Left).FirstOrDefault() is { } left && Literals(sum.Right).FirstOrDefault() is { } right => [left + right],
        _ => [],
    };

    private static IEnumerable<WrittenText> OfCode(SourceFile source)
    {
        var names = source.Nodes<ParameterSyntax>().Where(parameter => IsLocalizer(parameter.Type)).Select(parameter => parameter.Identifier.Text)
            .Concat(source.Nodes<VariableDeclarationSyntax>().Where(variable => IsLocalizer(variable.Type)).SelectMany(variable => variable.Variables).Select(variable => variable.Identifier.Text))
            .Concat(source.Nodes<PropertyDeclarationSyntax>().Where(property => IsLocalizer(property.Type)).Select(property => property.Identifier.Text))
            .ToHashSet();
        return names.Count == 0 ? [] : source.Nodes<ExpressionSyntax>().SelectMany(expression => OfExpression(expression, names, source.Path));
    }

    private static IEnumerable<WrittenText> OfView(SourceFile view, Project project)
    {
        var names = project.Views.Where(imports => imports == view || IsImportedBy(imports, view)).SelectMany(imports => Inject().Matches(imports.Text)).Select(match => match.Groups[1].Value).ToHashSet();
        return Use().Matches(view.Text).Where(match => names.Contains(match.Groups[1].Value))
            .SelectMany(match => SyntaxFactory.ParseExpression(view.Text, match.Index, consumeFullText: false).DescendantNodesAndSelf().OfType<ExpressionSyntax>())
            .SelectMany(expression => OfExpression(expression, names, view.Path));
    }

    private static bool IsImportedBy(SourceFile imports, SourceFile view) =>
        imports.Name == "_ViewImports.cshtml" && view.Path.StartsWith(imports.Path[..^imports.Name.Length], StringComparison.Ordinal);

    private static IEnumerable<WrittenText> OfExpression(ExpressionSyntax expression, HashSet<string> names, string place) => expression switch
    {
        ElementAccessExpressionSyntax access when names.Contains(NameOf(access.Expression)) =>
            Literals(access.ArgumentList.Arguments[0].Expression).Select(text => new WrittenText(text, null, place)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Plural" } member, ArgumentList.Arguments: [_, var one, var several, ..] } when names.Contains(NameOf(member.Expression)) =>
            Literals(one.Expression).Zip(Literals(several.Expression), (singular, plural) => new WrittenText(singular, plural, place)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "GetString" } member, ArgumentList.Arguments: [var text, ..] } when names.Contains(NameOf(member.Expression)) =>
            Literals(text.Expression).Select(found => new WrittenText(found, null, place)),
        _ => [],
    };

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.Text,
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        _ => "",
    };

    private static bool IsLocalizer(TypeSyntax? type) => type is not null && Localizer().IsMatch(type.ToString());

    [GeneratedRegex(@"^([\w.]+\.)?I(String|Html|View)Localizer\b")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"^@inject\s+(?:[\w.]+\.)?I(?:String|Html|View)Localizer\S*\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Inject();

    [GeneratedRegex(@"\b(\w+)(?=\[|\.Plural\(|\.GetString\()")]
    private static partial Regex Use();
}
