namespace Cms.Core.Modules;

/// <summary>Binds a <see cref="StartupBase"/> to other features too: it runs only when its own feature and all of these are enabled.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequireFeaturesAttribute(params string[] features) : Attribute
{
    public IReadOnlyList<string> Features { get; } = features;
}
