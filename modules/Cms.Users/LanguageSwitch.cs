using System.Globalization;
using Cms.Core.Localization;
using Cms.Display.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Cms.Users;

/// <param name="Name">The language's name in itself.</param>
public sealed record LanguageLink(string Culture, string Name, string Url);

public static class LanguageNames
{
    /// <summary>What a language calls itself: Français.</summary>
    public static string NativeName(this CultureSettings cultures, string name)
    {
        var format = cultures.Format(name);
        var native = format.IsNeutralCulture ? format.NativeName : format.Parent.NativeName;
        return char.ToUpper(native[0], format) + native[1..];
    }
}

/// <summary>The back office's other languages; layouts write <c>@await Component.InvokeAsync("LanguageSwitch")</c>.</summary>
[ViewComponent(Name = "LanguageSwitch")]
public sealed class LanguageSwitchViewComponent(CultureSettings cultures) : ViewComponent
{
    private const string Template = "/Areas/Cms.Users/Views/Shared/Components/LanguageSwitch/Default.cshtml";

    public IViewComponentResult Invoke() => View(Template, (IReadOnlyList<LanguageLink>)[.. cultures.Names.Where(name => !IsCurrent(name)).Select(Link)]);

    private bool IsCurrent(string name) => cultures.Format(name).Equals(CultureInfo.CurrentUICulture);

    private LanguageLink Link(string name)
    {
        var others = Request.Query.Where(q => q.Key != RequestCultures.QueryKey).Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()));
        var query = QueryString.Create(others.Append(KeyValuePair.Create(RequestCultures.QueryKey, (string?)name)));
        return new LanguageLink(name, cultures.NativeName(name), Request.Path + query);
    }
}
