namespace Cms.Core.Modules;

/// <summary>Describes a module in its <c>Manifest.cs</c>. Members and meaning are those of Orchard Core's manifest; one per assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class ModuleAttribute : FeatureAttribute
{
    /// <summary>Kind of extension: <c>Module</c> or <c>Theme</c>.</summary>
    public virtual string Type { get; init; } = "Module";

    public string Author { get; init; } = "";

    public string Website { get; init; } = "";

    public string Version { get; init; } = "0.0";

    public string[] Tags { get; init; } = [];
}

/// <summary>Describes a theme: a module that supplies layouts, assets and overrides of other modules' views.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ThemeAttribute : ModuleAttribute
{
    public override string Type { get; init; } = "Theme";

    /// <summary>Id of the theme whose layouts and views this one builds on; empty for none.</summary>
    public string BaseTheme { get; init; } = "";
}
