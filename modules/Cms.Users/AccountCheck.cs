using Cms.Core.Hosting;
using Cms.Data;
using Dapper;

namespace Cms.Users;

/// <summary>Tells the operator when nobody can administer the website, or when an account waits for its first sign-in.</summary>
public sealed class AccountCheck(IDatabase database) : IDoctorCheck
{
    public async Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token)
    {
        var owners = await CountAsync("enabled = 1 AND id IN (SELECT account_id FROM users_account_role WHERE role = @role)", token);
        var waiting = await CountAsync("enabled = 1 AND must_change = 1", token);
        List<DoctorFinding> findings = [];
        if (owners == 0)
        {
            findings.Add(new DoctorFinding(true, "accounts", "No account has the role Administrator; make one with: user add NAME --role Administrator"));
        }

        if (waiting > 0)
        {
            findings.Add(new DoctorFinding(false, "accounts", FormattableString.Invariant($"{waiting} account(s) still have a one-time password; it is replaced at the first sign-in")));
        }

        return findings;
    }

    private Task<long> CountAsync(string where, CancellationToken token) => database.ReadAsync(
        c => c.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM users_account WHERE {where}", new { role = Role.Administrator }), token);
}
