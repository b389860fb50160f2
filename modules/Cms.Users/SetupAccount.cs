using Cms.Content.Items;
using Cms.Content.Recipes;
using Cms.Core.Errors;
using Microsoft.AspNetCore.Identity;

namespace Cms.Users;

/// <summary>The account <c>admin</c> of a new website, with the operator's password or with one that serves once.</summary>
public sealed class SetupAccount(IPasswordHasher<Account> hasher, PasswordRules rules, ILookupNormalizer names, TimeProvider time) : ISetupAccount
{
    private const string Name = "admin";

    public Task<PreparedAccount> PrepareAsync(string? password, CancellationToken token)
    {
        var oneTime = string.IsNullOrEmpty(password) ? Accounts.OneTimePassword() : null;
        var account = new Account
        {
            Id = IdGenerator.NewId(),
            Name = Name,
            NormalizedName = names.NormalizeName(Name),
            SecurityStamp = IdGenerator.NewId(),
            MustChange = oneTime is not null,
            CreatedUtc = time.GetUtcNow(),
        };
        account.Roles.Add(Role.Administrator);
        if (oneTime is null && rules.Check(password!, account) is { Count: > 0 } broken)
        {
            throw new RuleException(broken);
        }

        account.PasswordHash = hasher.HashPassword(account, oneTime ?? password!);
        return Task.FromResult(new PreparedAccount(Name, oneTime, unit => UserStore.InsertAsync(unit, account)));
    }
}
