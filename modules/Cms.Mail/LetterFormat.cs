using System.Globalization;
using System.Text;

namespace Cms.Mail;

/// <summary>A letter as a message of RFC 5322, its text as it is written (8bit, UTF-8).</summary>
internal static class LetterFormat
{
    /// <summary>Characters of a subject in one encoded word, which has 75 signs at most (RFC 2047): up to four bytes each, and base 64.</summary>
    private const int WordLength = 10;

    public static string Of(string id, Letter letter, string sender, DateTimeOffset now) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"From: {sender}\r\n")
        .Append(CultureInfo.InvariantCulture, $"To: {letter.To}\r\n")
        .Append(CultureInfo.InvariantCulture, $"Subject: {Words(letter.Subject)}\r\n")
        .Append(CultureInfo.InvariantCulture, $"Date: {now.ToUniversalTime():ddd, dd MMM yyyy HH:mm:ss} +0000\r\n")
        .Append(CultureInfo.InvariantCulture, $"Message-ID: {MessageId(id, sender)}\r\n")
        .Append(CultureInfo.InvariantCulture, $"Content-Language: {letter.Culture}\r\n")
        .Append("Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
        .Append(letter.Text.ReplaceLineEndings("\r\n"))
        .Append("\r\n")
        .ToString();

    public static string MessageId(string id, string sender) => $"<{id}@{sender.Split('@')[1]}>";

    private static string Words(string subject)
    {
        if (Ascii.IsValid(subject))
        {
            return subject;
        }

        var words = subject.EnumerateRunes().Chunk(WordLength).Select(runes => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(runes.Select(rune => rune.ToString())))));
        return string.Join("\r\n ", words.Select(word => $"=?utf-8?B?{word}?="));
    }
}
