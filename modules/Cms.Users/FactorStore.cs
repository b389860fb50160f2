using System.Security.Cryptography;
using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Data;
using Cms.Mail;
using Dapper;
using Microsoft.AspNetCore.DataProtection;

namespace Cms.Users;

/// <summary>What an account's page says of its second factor.</summary>
/// <param name="IsOn">Signing in asks for it.</param>
/// <param name="Key">Of an authenticator that has not proved yet that it has it; null otherwise.</param>
/// <param name="Codes">Recovery codes that are left.</param>
public sealed record FactorState(bool IsOn, byte[]? Key, long Codes);

/// <summary>
/// Second factors: the key of an authenticator, sealed with the website's keys, and hashes of recovery codes. A code counts once, whoever else saw it: the
/// step of the last one is stored with it, in one statement.
/// </summary>
public sealed class FactorStore(IDatabase database, IDataProtectionProvider protection, AccountAudit audit, AccountCache cache, Outbox outbox, AccountLetters letters, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Cms.Users.Factor");

    public async Task<FactorState> OfAsync(string accountId, CancellationToken token)
    {
        var row = await FindAsync(accountId, token);
        var codes = await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM users_recovery_code WHERE account_id = @accountId", new { accountId }), token);
        return new FactorState(row is { Confirmed: 1 }, row is { Confirmed: 0 } ? Open(row) : null, codes);
    }

    /// <summary>Makes a key for an authenticator; it counts for nothing until <see cref="ConfirmAsync"/>.</summary>
    public Task BeginAsync(string accountId)
    {
        var row = new { accountId, key = _protector.Protect(Convert.ToBase64String(Totp.NewKey())), now = Utc.Column(time.GetUtcNow()) };
        return database.WriteAsync(async unit =>
        {
            await unit.ExecuteAsync("DELETE FROM users_factor WHERE account_id = @accountId AND confirmed = 0", row);
            await unit.ExecuteAsync(
                "INSERT INTO users_factor (account_id, sealed_key, last_step, confirmed, created_utc) VALUES (@accountId, @key, 0, 0, @now) ON CONFLICT DO NOTHING", row);
        });
    }

    /// <summary>Turns the second factor on when the code shows that the authenticator has the key.</summary>
    /// <returns>The recovery codes, which can not be shown again; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Account account, string code, CancellationToken token)
    {
        if (await FindAsync(account.Id, token) is not { Confirmed: 0 } row || Open(row) is not { } key || Totp.Match(key, Plain(code), time.GetUtcNow(), row.LastStep) is not { } step)
        {
            return null;
        }

        var codes = RecoveryCodes.Make();
        await WriteAsync(account, "factor-on", on: true, async unit =>
        {
            await unit.ExpectAsync(1, "UPDATE users_factor SET confirmed = 1, last_step = @step WHERE account_id = @Id AND confirmed = 0 AND sealed_key = @SealedKey", new { account.Id, step, row.SealedKey });
            await ReplaceCodesAsync(unit, account.Id, codes);
        });
        return codes;
    }

    /// <summary>Replaces the recovery codes by new ones.</summary>
    /// <exception cref="CmsException">409: there is no second factor.</exception>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Account account, CancellationToken token)
    {
        if (await FindAsync(account.Id, token) is not { Confirmed: 1 })
        {
            throw new CmsException("factor.none", 409);
        }

        var codes = RecoveryCodes.Make();
        await WriteAsync(account, "recovery-codes", on: null, unit => ReplaceCodesAsync(unit, account.Id, codes));
        return codes;
    }

    public Task TurnOffAsync(Account account) => WriteAsync(account, "factor-off", on: false, unit => RemoveAsync(unit, account.Id));

    /// <summary>Takes everything away inside a transaction; the caller clears <see cref="AccountCache"/> after its commit.</summary>
    internal static async Task RemoveAsync(WriteUnit unit, string accountId)
    {
        await unit.ExecuteAsync("DELETE FROM users_factor WHERE account_id = @accountId", new { accountId });
        await unit.ExecuteAsync("DELETE FROM users_recovery_code WHERE account_id = @accountId", new { accountId });
    }

    public async Task<bool> IsOnAsync(string accountId, CancellationToken token) => await FindAsync(accountId, token) is { Confirmed: 1 };

    /// <summary>True for the authenticator's code of now or for a recovery code, each once.</summary>
    public async Task<bool> UseAsync(Account account, string code, CancellationToken token)
    {
        if (await FindAsync(account.Id, token) is not { Confirmed: 1 } row)
        {
            return false;
        }

        var plain = Plain(code);
        if (plain.Length != Totp.Digits)
        {
            return await UseRecoveryAsync(account, code, token);
        }

        return Open(row) is { } key && Totp.Match(key, plain, time.GetUtcNow(), row.LastStep) is { } step
            && await database.WriteAsync(unit => unit.ExecuteAsync("UPDATE users_factor SET last_step = @step WHERE account_id = @Id AND last_step < @step", new { account.Id, step }), token) == 1;
    }

    private Task<bool> UseRecoveryAsync(Account account, string code, CancellationToken token) => database.WriteAsync(
        async unit =>
        {
            if (await unit.ExecuteAsync("DELETE FROM users_recovery_code WHERE account_id = @Id AND hash = @hash", new { account.Id, hash = RecoveryCodes.Hash(code) }) == 0)
            {
                return false;
            }

            await audit.WriteAsync(unit, account.Name, "recovery-code-use", account.Id);
            return true;
        },
        token);

    /// <param name="on">Whether signing in asks for a code from now on; null where that stays.</param>
    private async Task WriteAsync(Account account, string verb, bool? on, Func<WriteUnit, Task> change)
    {
        var letter = on is { } state && account.Email is { } to ? outbox.Seal(letters.FactorChanged(account, to, state)) : null;
        await database.WriteAsync(async unit =>
        {
            await change(unit);
            await audit.WriteAsync(unit, account.Name, verb, account.Id);
            await (letter is null ? Task.CompletedTask : outbox.AddAsync(unit, letter));
        });
        cache.Clear();
    }

    private static async Task ReplaceCodesAsync(WriteUnit unit, string accountId, IReadOnlyList<string> codes)
    {
        await unit.ExecuteAsync("DELETE FROM users_recovery_code WHERE account_id = @accountId", new { accountId });
        foreach (var hash in codes.Select(RecoveryCodes.Hash))
        {
            await unit.ExecuteAsync("INSERT INTO users_recovery_code (account_id, hash) VALUES (@accountId, @hash)", new { accountId, hash });
        }
    }

    private Task<Row?> FindAsync(string accountId, CancellationToken token) => database.ReadAsync(
        c => c.QueryFirstOrDefaultAsync<Row>(
            """SELECT sealed_key AS "SealedKey", last_step AS "LastStep", confirmed AS "Confirmed" FROM users_factor WHERE account_id = @accountId""", new { accountId }),
        token);

    /// <summary>Null when the key was sealed with keys that are gone: then recovery codes help, or an administrator.</summary>
    private byte[]? Open(Row row)
    {
        try
        {
            return Convert.FromBase64String(_protector.Unprotect(row.SealedKey));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Plain(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));

    private sealed class Row
    {
        public string SealedKey { get; init; } = "";

        public long LastStep { get; init; }

        public long Confirmed { get; init; }
    }
}
