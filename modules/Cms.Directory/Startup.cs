using Cms.Content;
using Cms.Content.Parts;
using Cms.Core.Modules;
using Cms.Display.LinkedData;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Directories;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Organisation>(type => type.Named("Organisation", "Organisations").With<TitlePart>().With<PublicationPart>())
        .AddContentType<Contact>(type => type.Named("Contact", "Contacts").With<TitlePart>())
        .AddContentType<Person>(type => type.Named("Person", "People").With<TitlePart>())
        .AddContentType<OnlineService>(type => type
            .Named("Online service", "Online services")
            .Path("fr", "services-en-ligne/{slug}").Path("en", "online-services/{slug}")
            .List("fr", "services-en-ligne").List("en", "online-services")
            .Facet("audience", nameof(OnlineService.Audiences)))
        .AddLinkedData<Organisation>(DirectoryData.Describe)
        .AddLinkedData<Person>(DirectoryData.Describe)
        .AddLinkedData<OnlineService>(DirectoryData.Describe);
}
