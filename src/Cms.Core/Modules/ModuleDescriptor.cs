using System.Reflection;

namespace Cms.Core.Modules;

/// <summary>A module or theme as its manifest describes it.</summary>
/// <param name="Id">The assembly's name unless the manifest says otherwise.</param>
/// <param name="BaseTheme">Id of the theme that this one builds on; empty for none and for modules.</param>
public sealed record ModuleDescriptor(string Id, Assembly Assembly, bool IsTheme = false, string BaseTheme = "")
{
    public string Name { get; init; } = Id;

    public string Description { get; init; } = "";

    public string Author { get; init; } = "";

    public string Website { get; init; } = "";

    public string Version { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>What an administrator turns on or off; every module is at least one.</summary>
public sealed record FeatureDescriptor(string Id, ModuleDescriptor Module)
{
    /// <summary>English name, also its msgid; the id when the manifest gives none.</summary>
    public string Name { get; init; } = Id;

    public string Description { get; init; } = "";

    public string Category { get; init; } = "";

    public int Priority { get; init; }

    /// <summary>Ids of the features that this one needs; a theme needs its base theme too.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    public bool IsAlwaysEnabled { get; init; }

    public bool EnabledByDependencyOnly { get; init; }

    public IReadOnlyList<StartupDescriptor> Startups { get; init; } = [];

    public bool IsTheme => Module.IsTheme;
}

/// <summary>A <see cref="StartupBase"/> class of a feature.</summary>
/// <param name="RequiredFeatures">Further features without which it does not run.</param>
public sealed record StartupDescriptor(Type Type, IReadOnlyList<string> RequiredFeatures);
