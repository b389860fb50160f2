using System.Security.Cryptography;
using System.Text;

namespace Cms.Users;

/// <summary>
/// Codes for who lost the authenticator, each good once. With 118 random bits each, a plain hash is as good as a slow one (ASVS 5.0, 6.5.2).
/// </summary>
internal static class RecoveryCodes
{
    public const int Number = 10;
    private const int Groups = 4;
    private const int GroupLength = 6;

    /// <summary>Without letters that look alike.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static IReadOnlyList<string> Make() => [.. Enumerable.Range(0, Number).Select(_ => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength))))];

    /// <summary>However it was typed: capitals, spaces and hyphens do not count.</summary>
    public static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant())));
}
