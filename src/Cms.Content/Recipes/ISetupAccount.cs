using Cms.Data;

namespace Cms.Content.Recipes;

/// <summary>Makes the account <c>admin</c> when a website is set up. Registered by the module that keeps accounts, in the candidate shell; its tables do not exist yet.</summary>
public interface ISetupAccount
{
    /// <param name="password">The operator's choice; null to generate one.</param>
    /// <exception cref="Core.Errors.RuleException">The password is not good enough.</exception>
    Task<PreparedAccount> PrepareAsync(string? password, CancellationToken token);
}

/// <summary>An account that is ready to be written.</summary>
/// <param name="OneTimePassword">Shown once to the operator; null where the operator chose the password.</param>
/// <param name="WriteAsync">Stores the account, inside the transaction that sets the website up, after its migrations and roles. It may run again and so holds only SQL.</param>
public sealed record PreparedAccount(string UserName, string? OneTimePassword, Func<WriteUnit, Task> WriteAsync);
