using Cms.Core.Hosting;
using Cms.Search.Index;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cms.Search;

/// <summary>What of search lives in the host.</summary>
public static class SearchHosting
{
    /// <summary>Settings of ranking and snippets.</summary>
    private const string Section = "Cms:Search";

    /// <summary>Adds the one index of the process, in the folder <c>search</c> of the data path, and gives it to every shell.</summary>
    public static IServiceCollection AddCmsSearch(this IServiceCollection services) => services
        .AddSingleton(host => new SearchIndex(
            Path.Combine(host.GetRequiredService<WebsiteSettings>().DataPath, "search"),
            host.GetRequiredService<IConfiguration>().GetSection(Section).Get<SearchOptions>() ?? new SearchOptions(),
            host.GetRequiredService<ILogger<SearchIndex>>()))
        .ShareWithShells<SearchIndex>();
}
