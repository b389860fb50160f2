namespace Cms.Users;

/// <summary>Whether and how an account can sign in.</summary>
public enum AccountStatus
{
    Active,

    /// <summary>Has a one-time password.</summary>
    Waiting,

    /// <summary>Has a link that sets the first password, and no password.</summary>
    Invited,
    Disabled,
}

/// <summary>Which accounts a list shows.</summary>
/// <param name="Text">Part of a name or e-mail address; empty for all.</param>
/// <param name="Page">From 1.</param>
public sealed record AccountFilter(string Text = "", string Role = "", AccountStatus? Status = null, int Page = 1)
{
    public const int PageSize = 50;

    /// <summary>Pages that a list goes to; who has more accounts finds them by a filter.</summary>
    public const int MaxPage = 1_000;
}

/// <param name="More">True when a further page follows.</param>
public sealed record AccountPage(IReadOnlyList<Account> Accounts, bool More);

/// <summary>Accounts in lists.</summary>
public sealed partial class UserStore
{
    private const string IsOn = "enabled = 1 AND password_hash IS NOT NULL AND must_change = ";

    /// <summary>Accounts in the order of their names.</summary>
    public async Task<AccountPage> SearchAsync(AccountFilter filter, CancellationToken token)
    {
        List<string> conditions = [];
        if (filter.Text.Length > 0)
        {
            conditions.Add("(normalized_name LIKE @text ESCAPE '!' OR normalized_email LIKE @text ESCAPE '!')");
        }

        if (filter.Role.Length > 0)
        {
            conditions.Add("id IN (SELECT account_id FROM users_account_role WHERE role = @Role)");
        }

        if (filter.Status is { } status)
        {
            conditions.Add(Condition(status));
        }

        var where = conditions.Count == 0 ? "1 = 1" : string.Join(" AND ", conditions);
        var found = await ManyAsync(
            $"{where} ORDER BY normalized_name LIMIT @limit OFFSET @offset",
            new { text = $"%{Escaped(filter.Text.ToUpperInvariant())}%", filter.Role, limit = AccountFilter.PageSize + 1, offset = (filter.Page - 1) * AccountFilter.PageSize },
            token);
        return new AccountPage([.. found.Take(AccountFilter.PageSize)], found.Count > AccountFilter.PageSize);
    }

    private static string Condition(AccountStatus status) => status switch
    {
        AccountStatus.Disabled => "enabled = 0",
        AccountStatus.Invited => "enabled = 1 AND password_hash IS NULL",
        AccountStatus.Waiting => IsOn + "1",
        _ => IsOn + "0",
    };

    private static string Escaped(string text) => text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
