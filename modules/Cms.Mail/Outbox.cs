using System.Security.Cryptography;
using System.Text.Json;
using Cms.Content.Items;
using Cms.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Cms.Mail;

/// <summary>A letter ready to be stored.</summary>
/// <param name="Sealed">The letter, readable only with the website's keys: it may hold a link that opens an account.</param>
public sealed record OutgoingLetter(string Id, string Sealed);

/// <summary>Takes letters in the transaction of what causes them: a letter leaves when that was committed, and only then.</summary>
public sealed class Outbox(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Cms.Mail");

    /// <summary>Seals a letter, before the transaction.</summary>
    public OutgoingLetter Seal(Letter letter) => new(IdGenerator.NewId(), _protector.Protect(JsonSerializer.Serialize(letter)));

    /// <summary>Stores a letter inside the transaction.</summary>
    public Task AddAsync(WriteUnit unit, OutgoingLetter letter)
    {
        var now = Utc.Column(time.GetUtcNow());
        return unit.ExecuteAsync(
            "INSERT INTO mail_outbox (id, letter, state, tries, created_utc, next_utc) VALUES (@Id, @Sealed, @state, 0, @now, @now)",
            new { letter.Id, letter.Sealed, state = OutboxStore.Waiting, now });
    }

    /// <summary>Opens a sealed letter; null when it was sealed with keys that are gone.</summary>
    internal Letter? Open(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Letter>(_protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
