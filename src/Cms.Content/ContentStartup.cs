using Cms.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Content;

/// <summary>The content engine, in every shell.</summary>
public sealed class ContentStartup : StartupBase
{
    public override int Order => -1000;

    public override void ConfigureServices(IServiceCollection services) => services.AddCmsContent();
}
