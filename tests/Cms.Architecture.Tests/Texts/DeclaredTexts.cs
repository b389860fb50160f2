using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cms.Architecture.Tests.Texts;

/// <summary>Finds the English texts that a project declares for others to show: names of types, labels of fields, manifests, rights, recipes.</summary>
internal static class DeclaredTexts
{
    public static IEnumerable<WrittenText> Of(Project project) =>
        project.Code.SelectMany(source => Types(source).Concat(Facets(source)).Concat(Labels(source)).Concat(Rights(source)).Select(text => new WrittenText(text, null, source.Path)))
            .Concat(Manifest(project).Select(text => new WrittenText(text, null, $"{project.Folder}/Manifest.cs")))
            .Concat(Recipes(project));

    /// <summary>The administration names the recipes that come with the program and says what they do.</summary>
    private static IEnumerable<WrittenText> Recipes(Project project) =>
        from file in Repository.Files
        where project.Name == "Cms.ContentAdmin" && file.StartsWith("recipes/", StringComparison.Ordinal) && file.EndsWith(".recipe.json", StringComparison.Ordinal)
        let recipe = JsonNode.Parse(Repository.Read(file))!
        from text in new[] { (string?)recipe["displayName"], (string?)recipe["description"] }
        where text is not null
        select new WrittenText(text, null, file);

    private static IEnumerable<string> Manifest(Project project) =>
        new[] { "Name", "Description", "Category" }.SelectMany(project.ManifestValues).Where(text => text.Length > 0);

    /// <summary>A type has the names that its startup gives it, else its class's name in words.</summary>
    private static IEnumerable<string> Types(SourceFile source) => source.Nodes<InvocationExpressionSyntax>()
        .Select(call => (call, type: TypeAdded(call)))
        .Where(found => found.type is not null)
        .SelectMany(found => found.call.ArgumentList.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(IsNamed) is { } named
            ? named.ArgumentList.Arguments.SelectMany(argument => WrittenTexts.Literals(argument.Expression))
            : [Words(found.type!)]);

    private static string? TypeAdded(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.Text: "AddContentType", TypeArgumentList.Arguments: [var type] } } ? type.ToString() : null;

    private static bool IsNamed(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Named" };

    /// <summary>A facet is titled by the words of its query key.</summary>
    private static IEnumerable<string> Facets(SourceFile source) => source.Nodes<InvocationExpressionSyntax>()
        .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Facet" } && call.ArgumentList.Arguments.Count == 2)
        .SelectMany(call => WrittenTexts.Literals(call.ArgumentList.Arguments[0].Expression))
        .Select(OptionWords);

    private static IEnumerable<string> Labels(SourceFile source) =>
        from property in source.Nodes<PropertyDeclarationSyntax>()
        from attribute in property.AttributeLists.SelectMany(list => list.Attributes)
        where attribute.Name.ToString() is "Field"
        from text in Options(attribute).Concat(Text(attribute, "Hint")).Prepend(Text(attribute, "Label").FirstOrDefault() ?? Words(property.Identifier.Text))
        select text;

    /// <summary>Words of the codes that a text field takes: <c>in-progress</c> reads "In progress", as the field's definition writes it.</summary>
    private static IEnumerable<string> Options(AttributeSyntax field) =>
        from argument in field.ArgumentList?.Arguments ?? []
        where argument.NameEquals?.Name.Identifier.Text == "Options"
        from code in argument.Expression.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText)
        select OptionWords(code);

    private static string OptionWords(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');

    private static IEnumerable<string> Text(AttributeSyntax field, string member) =>
        WrittenTexts.Literals(field.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.Text == member)?.Expression);

    private static IEnumerable<string> Rights(SourceFile source) =>
        from variable in source.Nodes<VariableDeclarationSyntax>()
        where variable.Type.ToString() is "Permission"
        from declared in variable.Variables
        where declared.Initializer?.Value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 1 }
        from text in WrittenTexts.Literals(((BaseObjectCreationExpressionSyntax)declared.Initializer!.Value).ArgumentList!.Arguments[1].Expression)
        select text;

    /// <summary><c>ExpectedResults</c> reads "Expected results", as the content definitions write it.</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
