using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cms.Api;

/// <summary>Names of the rate limits that endpoints of the API ask for with <c>RequireRateLimiting</c>.</summary>
public static class ApiRates
{
    public const string Search = "Cms.Api.Search";
    public const string Write = "Cms.Api.Write";

    internal static IServiceCollection AddApiRates(this IServiceCollection services) => services.AddRateLimiter(limits => limits
        .AddPolicy<IPNetwork, SearchRate>(Search)
        .AddPolicy<IPNetwork, WriteRate>(Write));

    private sealed class SearchRate(IOptions<ApiOptions> options) : AddressRate(options.Value.SearchesPerSecond, options.Value.SearchBurst);

    private sealed class WriteRate(IOptions<ApiOptions> options) : AddressRate(options.Value.WritesPerSecond, options.Value.WriteBurst);

    private abstract class AddressRate(int perSecond, int burst) : IRateLimiterPolicy<IPNetwork>
    {
        private const int Ipv6Site = 64;

        public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };

        public RateLimitPartition<IPNetwork> GetPartition(HttpContext httpContext)
        {
            var address = httpContext.Connection.RemoteIpAddress ?? IPAddress.None;
            address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            return IPAddress.IsLoopback(address) ? RateLimitPartition.GetNoLimiter(Network(address)) : RateLimitPartition.GetTokenBucketLimiter(Network(address), _ => Bucket());
        }

        /// <summary>One caller has as many IPv6 addresses as it likes, all in one /64.</summary>
        private static IPNetwork Network(IPAddress address)
        {
            var bytes = address.GetAddressBytes();
            if (bytes.Length == 4)
            {
                return new IPNetwork(address, 32);
            }

            bytes.AsSpan(Ipv6Site / 8).Clear();
            return new IPNetwork(new IPAddress(bytes), Ipv6Site);
        }

        private TokenBucketRateLimiterOptions Bucket() => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };
    }
}
