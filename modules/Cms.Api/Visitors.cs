using System.Security.Claims;
using Cms.Core.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cms.Api;

/// <summary>Takes every caller for a visitor: what holds on a website without accounts.</summary>
internal sealed class Visitors : IActorSource
{
    private static readonly Actor _visitor = new("", "", new HashSet<string>());

    public ValueTask<Actor> OfAsync(ClaimsPrincipal user, CancellationToken token = default) => ValueTask.FromResult(_visitor);
}

internal static class VisitorsExtensions
{
    /// <summary>A module of accounts registers its own source, which wins in whatever order the two start.</summary>
    public static IServiceCollection AddVisitorsOnly(this IServiceCollection services)
    {
        services.TryAddScoped<IActorSource, Visitors>();
        return services;
    }
}
