using Cms.Core.Modules;

namespace Cms.Theme.Admin;

/// <summary>Nothing to register: layouts and styles are found by their place.</summary>
public sealed class Startup : StartupBase;
