using Cms.Content;
using Cms.Core.Modules;
using Cms.Display.LinkedData;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Videos;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Video>(type => type
            .Named("Video", "Videos")
            .Path("fr", "videos/{slug}").Path("en", "videos/{slug}")
            .List("fr", "videos").List("en", "videos"))
        .AddLinkedData<Video>(VideoData.Describe);
}
