using Cms.Core.Modules;

namespace Cms.Theme.Public;

/// <summary>Views and assets only.</summary>
public sealed class Startup : StartupBase;
