using System.Collections.Concurrent;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Microsoft.AspNetCore.Mvc.ViewEngines;

namespace Cms.Display.Templates;

/// <summary>
/// Finds the view for a type, part or field and a display type: the current themes' own first, then the module's, then the generic one. A theme also
/// replaces any view by compiling one to the same path.
/// </summary>
public sealed class TemplateFinder(ShellContext shell, ICompositeViewEngine views)
{
    private const string Engine = "Cms.Display";
    private readonly ConcurrentDictionary<(string, string, string, string), string> _known = new();

    /// <summary>The view of a whole page of a type: <c>Page</c> or <c>List</c>.</summary>
    public string Page(ContentTypeDefinition type, string kind) => Find(type.Module, type.Name, kind, $"Content.{kind}");

    /// <summary>The template of an item in a display type: Detail, Summary, Card.</summary>
    public string Item(ContentTypeDefinition type, string displayType) => Find(type.Module, type.Name, displayType, $"Content.{displayType}");

    /// <summary>The template of a part inside the generic item template: <c>TitlePart.Detail</c>, else its fields one after the other.</summary>
    public string Part(ContentTypeDefinition type, string part, string displayType) => Find(type.Module, part, displayType, "Part.Detail");

    /// <summary>The template of a field: <c>Agenda21Action-Objective.Detail</c>, else its field type's, else its value as text.</summary>
    public string Field(ContentTypeDefinition type, FieldDisplay field, string displayType) =>
        _known.GetOrAdd(
            (type.Module, $"{field.Part.Name}-{field.Definition.Name}", displayType, field.Definition.FieldType),
            _ => Candidates(type.Module, $"{field.Part.Name}-{field.Definition.Name}.{displayType}", field.Definition.FieldType + ".Field").FirstOrDefault(Exists) ?? View(Engine, "Text.Field"));

    /// <summary>The generic view is part of what is known: a type and its part of the same name have different ones.</summary>
    private string Find(string module, string name, string displayType, string generic) =>
        _known.GetOrAdd((module, name, displayType, generic), _ => Candidates(module, $"{name}.{displayType}", generic).FirstOrDefault(Exists) ?? View(Engine, generic));

    private IEnumerable<string> Candidates(string module, string name, string generic)
    {
        var places = new[] { shell.Theme, module, Engine }.Where(place => !string.IsNullOrEmpty(place)).Select(place => place!).ToList();
        return places.Select(place => View(place, name)).Concat(places.Select(place => View(place, generic)));
    }

    private bool Exists(string path) => views.GetView(null, path, isMainPage: false).Success;

    private static string View(string place, string name) => $"/Areas/{place}/Views/{name}.cshtml";
}
