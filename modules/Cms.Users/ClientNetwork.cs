using System.Net;
using System.Net.Sockets;

namespace Cms.Users;

/// <summary>The part of an address that one subscriber usually holds: limits count by it, and logs name no more.</summary>
public static class ClientNetwork
{
    private const int Ipv4Bytes = 3;
    private const int Ipv6Bytes = 8;

    /// <returns><c>192.0.2.0/24</c>, <c>2001:db8::/64</c>; <c>unknown</c> without an address.</returns>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        var kept = plain.AddressFamily == AddressFamily.InterNetwork ? Ipv4Bytes : Ipv6Bytes;
        bytes.AsSpan(kept).Clear();
        return FormattableString.Invariant($"{new IPAddress(bytes)}/{kept * 8}");
    }
}
