using Cms.Content;
using Cms.Core.Modules;
using Cms.Display.LinkedData;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Testimonials;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Testimonial>(type => type
            .Named("Testimonial", "Testimonials")
            .Path("fr", "temoignages/{slug}").Path("en", "testimonials/{slug}")
            .List("fr", "temoignages").List("en", "testimonials"))
        .AddLinkedData<Testimonial>(TestimonialData.Describe);
}
