namespace Cms.Core.Modules;

/// <summary>
/// What an administrator turns on or off. On an assembly it declares a further feature of a module (the module itself is one);
/// on a <see cref="StartupBase"/> it binds that startup to the feature of that <see cref="Id"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true)]
public class FeatureAttribute : Attribute
{
    public FeatureAttribute()
    {
    }

    public FeatureAttribute(string id) => Id = id;

    /// <summary>Unique id; a module's default is its assembly's name.</summary>
    public string Id { get; init; } = "";

    /// <summary>English name, also the msgid under which PO files translate it.</summary>
    public string Name { get; init; } = "";

    /// <summary>English sentence, also the msgid under which PO files translate it.</summary>
    public string Description { get; init; } = "";

    public string Category { get; init; } = "";

    /// <summary>Features with a higher number start earlier among those that do not depend on each other; a string holding an integer.</summary>
    public string Priority { get; init; } = "0";

    /// <summary>Ids of the features that are turned on with this one and start before it.</summary>
    public string[] Dependencies { get; init; } = [];

    /// <summary>True for a feature that can not be turned off.</summary>
    public bool IsAlwaysEnabled { get; init; }

    /// <summary>True for a feature that only another feature's dependency turns on.</summary>
    public bool EnabledByDependencyOnly { get; init; }
}

/// <summary>Name of a module or theme project that the host references; written by the build on the host's assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ModuleNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
