using Cms.Content;
using Cms.Content.Parts;
using Cms.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Taxonomies;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType<Taxonomy>(type => type
            .Named("Taxonomy", "Taxonomies")
            .With<TitlePart>()
            .With<TermsPart>()
            .Rules<TaxonomyRules>());
}
