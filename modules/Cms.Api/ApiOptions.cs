using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Api;

/// <summary>Limits of the API, from <c>Cms:Api</c>. Per address of the caller; those of the machine itself have none.</summary>
public sealed class ApiOptions
{
    public const string Section = "Cms:Api";

    /// <summary>Searches a second that go on for ever. Reading content is not limited.</summary>
    [Range(1, 100_000)]
    public int SearchesPerSecond { get; set; } = 50;

    /// <summary>Searches that may come at once.</summary>
    [Range(1, 100_000)]
    public int SearchBurst { get; set; } = 100;

    /// <summary>Writes a second that go on for ever.</summary>
    [Range(1, 100_000)]
    public int WritesPerSecond { get; set; } = 10;

    /// <summary>Writes that may come at once.</summary>
    [Range(1, 100_000)]
    public int WriteBurst { get; set; } = 100;
}

internal static class ApiOptionsExtensions
{
    public static IServiceCollection AddApiOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ApiOptions>().Bind(configuration.GetSection(ApiOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
