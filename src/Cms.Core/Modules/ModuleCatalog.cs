using System.Globalization;
using System.Reflection;

namespace Cms.Core.Modules;

/// <summary>Every module and theme that the host's project references, read once when the program starts.</summary>
public sealed class ModuleCatalog
{
    /// <param name="assemblies">Assemblies that each carry one <see cref="ModuleAttribute"/> or <see cref="ThemeAttribute"/>.</param>
    /// <exception cref="ModuleException">A manifest is missing or wrong, or the features do not form a graph.</exception>
    public ModuleCatalog(IEnumerable<Assembly> assemblies)
    {
        var manifests = assemblies.Select(a => (Module: Describe(a), Assembly: a)).ToList();
        Modules = [.. manifests.Select(m => m.Module)];
        Graph = new FeatureGraph(manifests.SelectMany(m => FeaturesOf(m.Module, m.Assembly)));
    }

    public IReadOnlyList<ModuleDescriptor> Modules { get; }

    public FeatureGraph Graph { get; }

    /// <summary>Loads what the build named on <paramref name="host"/>. Under tests the entry assembly is not the host, so it is passed in.</summary>
    /// <exception cref="ModuleException">A named assembly can not be loaded, or see the constructor.</exception>
    public static ModuleCatalog Load(Assembly host) => new(host
        .GetCustomAttributes<ModuleNameAttribute>()
        .Select(module => module.Name)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(LoadAssembly));

    private static Assembly LoadAssembly(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            throw new ModuleException($"Module {name} can not be loaded: {e.Message}", e);
        }
    }

    private static ModuleDescriptor Describe(Assembly assembly)
    {
        var manifest = ManifestOf(assembly);
        var id = IdOf(manifest, assembly);
        return new ModuleDescriptor(id, assembly, manifest.Type == "Theme", (manifest as ThemeAttribute)?.BaseTheme ?? "")
        {
            Name = NameOf(manifest, id),
            Description = manifest.Description,
            Author = manifest.Author,
            Website = manifest.Website,
            Version = manifest.Version,
            Tags = manifest.Tags,
        };
    }

    private static ModuleAttribute ManifestOf(Assembly assembly) => assembly.GetCustomAttributes<ModuleAttribute>().ToList() switch
    {
        [var one] => one,
        [] => throw new ModuleException($"{assembly.GetName().Name} is referenced as a module but has no Module or Theme attribute; add it in Manifest.cs."),
        _ => throw new ModuleException($"{assembly.GetName().Name} has both a Module and a Theme attribute; keep one in Manifest.cs."),
    };

    private static List<FeatureDescriptor> FeaturesOf(ModuleDescriptor module, Assembly assembly)
    {
        var declared = assembly.GetCustomAttributes<FeatureAttribute>().Where(f => f is not ModuleAttribute).ToList();
        // A Feature attribute with the module's own id describes the module's own feature, as in Orchard Core.
        if (!declared.Exists(f => f.Id == module.Id))
        {
            declared.Insert(0, ManifestOf(assembly));
        }

        var startups = StartupsOf(assembly).ToLookup(s => s.GetCustomAttribute<FeatureAttribute>()?.Id ?? module.Id, StringComparer.Ordinal);
        var features = declared.ConvertAll(f => Describe(f, module, startups));
        return startups.FirstOrDefault(s => !features.Exists(f => f.Id == s.Key)) is { } stray
            ? throw new ModuleException($"{stray.First().FullName} is bound to feature {stray.Key}, which {module.Id} does not declare.")
            : features;
    }

    private static FeatureDescriptor Describe(FeatureAttribute feature, ModuleDescriptor module, ILookup<string, Type> startups)
    {
        var id = IdOf(feature, module.Assembly);
        return new FeatureDescriptor(id, module)
        {
            Name = NameOf(feature, id),
            Description = feature.Description,
            Category = feature.Category,
            Priority = PriorityOf(feature, id),
            Dependencies = [.. feature.Dependencies.Append(module.BaseTheme).Where(d => d.Length > 0).Distinct(StringComparer.Ordinal)],
            IsAlwaysEnabled = feature.IsAlwaysEnabled,
            EnabledByDependencyOnly = feature.EnabledByDependencyOnly,
            Startups = [.. startups[id].Select(s => new StartupDescriptor(s, s.GetCustomAttribute<RequireFeaturesAttribute>()?.Features ?? []))],
        };
    }

    private static IEnumerable<Type> StartupsOf(Assembly assembly) => assembly
        .GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(StartupBase)))
        .OrderBy(t => t.FullName, StringComparer.Ordinal);

    private static string IdOf(FeatureAttribute feature, Assembly assembly) => feature.Id.Length > 0 ? feature.Id : assembly.GetName().Name!;

    private static string NameOf(FeatureAttribute feature, string id) => feature.Name.Length > 0 ? feature.Name : id;

    private static int PriorityOf(FeatureAttribute feature, string id) =>
        int.TryParse(feature.Priority, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var priority)
            ? priority
            : throw new ModuleException($"Feature {id} has the priority \"{feature.Priority}\"; write a whole number.");
}
