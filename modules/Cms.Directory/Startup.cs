using Cms.Content;
using Cms.Content.Parts;
using Cms.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Directories;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Organisation>(type => type.Named("Organisation", "Organisations").With<TitlePart>().With<PublicationPart>())
        .AddContentType<Contact>(type => type.Named("Contact", "Contacts").With<TitlePart>());
}
