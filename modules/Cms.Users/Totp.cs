using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cms.Users;

/// <summary>Codes of an authenticator (RFC 6238): SHA-1, six figures, steps of thirty seconds, which is what every app knows.</summary>
public static class Totp
{
    public const int Digits = 6;
    private const int KeyBytes = 20;
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>Steps that a clock may be early or late.</summary>
    private const int Tolerance = 1;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The step that a code belongs to; null when it is none of now, or of a step that was used before.</summary>
    /// <param name="last">The newest step that was used.</param>
    public static long? Match(byte[] key, string code, DateTimeOffset now, long last)
    {
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
        {
            var fits = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), Encoding.UTF8.GetBytes(code));
            found = fits && step > last ? step : found;
        }

        return found;
    }

    /// <summary>The code of a step.</summary>
    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard names SHA-1, and its weakness, collisions, is none here.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var start = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(start)) & 0x7FFF_FFFF;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>A key as people type it into an app: RFC 4648 without padding.</summary>
    public static string Text(byte[] key)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in key)
        {
            (bits, held) = ((bits << 8) | one, held + 8);
            while (held >= 5)
            {
                held -= 5;
                text.Append(Base32[(bits >> held) & 31]);
            }
        }

        return text.ToString();
    }

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(byte[] key, string website, string account)
    {
        var (issuer, name) = (Uri.EscapeDataString(website), Uri.EscapeDataString(account));
        return FormattableString.Invariant($"otpauth://totp/{issuer}:{name}?secret={Text(key)}&issuer={issuer}&algorithm=SHA1&digits={Digits}&period={StepSeconds}");
    }
}
