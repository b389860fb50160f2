using System.Security.Cryptography;

namespace Cms.Content.Items;

/// <summary>Makes ids in Orchard Core's form: 26 characters of a base 32 alphabet, 128 random bits.</summary>
public static class IdGenerator
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string NewId() => RandomNumberGenerator.GetString(Alphabet, 26);

    /// <summary>True for what may be an id here or in Orchard Core: 1 to 64 letters, digits, hyphens and underscores.</summary>
    public static bool IsWellFormed(string? id) => id is { Length: > 0 and <= 64 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
