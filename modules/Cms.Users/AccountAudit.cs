using Cms.Content.Items;
using Cms.Data;
using Microsoft.Extensions.Logging;

namespace Cms.Users;

/// <summary>Writes what happens to accounts into the table <c>audit</c> and the log: who, what, when, never a password, a token or a mistyped name.</summary>
public sealed class AccountAudit(TimeProvider time, ILogger<AccountAudit> log)
{
    /// <summary>Adds a line inside the transaction that makes the change.</summary>
    /// <param name="actor">Name of who did it; empty when nobody was signed in.</param>
    /// <param name="subject">Id of the account; empty when the name is of none.</param>
    public Task WriteAsync(WriteUnit unit, string actor, string verb, string subject, string comment = "") => unit.ExecuteAsync(
        "INSERT INTO audit (utc, actor, verb, subject, comment) VALUES (@utc, @actor, @verb, @subject, @comment)",
        new { utc = Utc.Column(time.GetUtcNow()), actor, verb, subject, comment });

    public void SignedIn(string name) => Log.SignedIn(log, name);

    public void SignedOut(string name) => Log.SignedOut(log, name);

    /// <param name="network">The caller's network, not the whole address.</param>
    public void Refused(string accountId, string network, bool delayed) => Log.SignInRefused(log, accountId, network, delayed);

    /// <summary>What an administrator did to an account.</summary>
    public void Changed(string actor, string verb, string account) => Log.AccountChanged(log, actor, verb, account);

    public void PasswordChanged(string name) => Log.PasswordChanged(log, name);

    public void TokenMade(string name, string tokenId) => Log.TokenMade(log, name, tokenId);

    public void TokenRevoked(string name, string tokenId) => Log.TokenRevoked(log, name, tokenId);

    public void TokenUsed(string name, string tokenId) => Log.TokenUsed(log, name, tokenId);

    public void TokenRefused(string network) => Log.TokenRefused(log, network);
}
