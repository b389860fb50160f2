using System.Reflection;
using Cms.Core.Modules;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Cms.Core.Hosting;

/// <summary>
/// The controllers, tag helpers and view components of a module whose feature is enabled: that of their <see cref="FeatureAttribute"/>, or the
/// module's own. Views and pages are not told apart; a page of a further feature belongs in a module of its own.
/// </summary>
internal sealed class FeaturePart(ModuleDescriptor module, IReadOnlySet<string> enabled) : ApplicationPart, IApplicationPartTypeProvider
{
    public override string Name => module.Assembly.GetName().Name!;

    public IEnumerable<TypeInfo> Types => module.Assembly.DefinedTypes.Where(t => enabled.Contains(t.GetCustomAttribute<FeatureAttribute>()?.Id ?? module.Id));
}
