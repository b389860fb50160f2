using Cms.ContentAdmin;
using Cms.Data;
using Cms.Data.Sqlite;
using Cms.Mail;
using Cms.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Cms.Website.Tests.Users;

/// <summary>What accounts and the bin ask of SQLite, statement by statement: a seek on a key, and nothing sorted that can be long.</summary>
public sealed class QueryPlanTests : IAsyncLifetime, IDisposable
{
    // Roles and their rights: some dozens of rows.
    private static readonly string[] _small = ["users_role", "users_role_permission", "users_role_default"];
    private readonly string _folder = Directory.CreateTempSubdirectory("cms-plans-").FullName;
    private TracedDatabase _traced = null!;
    private AccountCache _cache = null!;
    private AccountAudit _audit = null!;
    private UserStore _users = null!;
    private SessionStore _sessions = null!;
    private LinkStore _links = null!;
    private FactorStore _factors = null!;
    private TokenStore _tokens = null!;
    private SignInDelay _delay = null!;

    /// <summary>What is done, by name.</summary>
    public static TheoryData<string> Names => [.. _all.Keys];

    private static readonly Dictionary<string, Func<QueryPlanTests, Task>> _all = new()
    {
        ["account by id"] = t => t._users.FindByIdAsync("a", default),
        ["account by name"] = t => t._users.FindByNameAsync("A", default),
        ["account by e-mail"] = t => t._users.FindByEmailAsync("A", default),
        ["accounts"] = t => t._users.SearchAsync(new AccountFilter(), default),
        ["new account"] = t => t._users.CreateAsync(new Account { Id = "b", Name = "b", NormalizedName = "B", SecurityStamp = "s", Roles = { Role.Editor } }, default),
        ["changed account"] = t => t._users.UpdateAsync(t.Account, default),
        ["deleted account"] = t => t._users.DeleteAsync(t.Account, default),
        ["state of an account"] = async t => await t._cache.AccountAsync("a", default),
        ["state of a session"] = async t => await t._cache.SessionAsync("a", default),
        ["rights"] = async t => await t._cache.RightsAsync(default),
        ["sign-in"] = t => t._sessions.BeginAsync(t.Account, new SessionOrigin("Firefox", "192.0.2.0/24"), default),
        ["sign-out"] = t => t._sessions.EndAsync("a", "a", "a", default),
        ["end of all sessions"] = t => t._sessions.EndAllAsync("a", "test", "a"),
        ["sessions"] = t => t._sessions.OfAsync("a", default),
        ["session that was used"] = t => t._sessions.SeenAsync("a", default),
        ["new link"] = t => t._traced.WriteAsync(unit => t._links.AddAsync(unit, "x", "a", LinkPurpose.Reset)),
        ["links of an hour"] = t => t._traced.WriteAsync(unit => LinkStore.CountAsync(unit, "a", LinkPurpose.Reset, DateTimeOffset.UnixEpoch)),
        ["link"] = t => t._links.FindAsync("x", default),
        ["used link"] = t => t._traced.WriteAsync(unit => t._links.UseAsync(unit, "x")),
        ["second factor"] = t => t._factors.OfAsync("a", default),
        ["code"] = t => t._factors.UseAsync(t.Account, "123456", default),
        ["tokens"] = t => t._tokens.OfAsync("a", default),
        ["token"] = t => t._tokens.FindAsync(TokenStore.Prefix + "x", default),
        ["delay of a sign-in"] = t => t._delay.TakeAsync("A", default),
        ["delay that is forgotten"] = t => t._delay.ForgetAsync("A", default),
        ["bin"] = t => new BinStore(t._traced).ListAsync(100),
    };

    private Account Account { get; } = new() { Id = "a", Name = "a", NormalizedName = "A", SecurityStamp = "s" };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Seeks(string name)
    {
        var plans = await _traced.PlansAsync(() => _all[name](this));

        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.Empty(TracedDatabase.Slow(plan.Statement, plan.Plan, _small)));
    }

    public async Task InitializeAsync()
    {
        var file = Path.Combine(_folder, "cms.db");
        await using (var database = SqliteDatabase.Open(file, new CommitSignal(), NullLogger<SqliteDatabase>.Instance))
        {
            await new MigrationRunner(database, TimeProvider.System, NullLogger<MigrationRunner>.Instance)
                .RunAsync([.. Cms.Content.ContentHosting.Migrations, new Cms.Users.Migrations(), new Cms.Mail.Migrations()]);
        }

        _traced = new TracedDatabase(file);
        var settings = Options.Create(new UserSettings());
        var keys = new EphemeralDataProtectionProvider();
        var outbox = new Outbox(keys, TimeProvider.System);
        _cache = new AccountCache(_traced, settings, TimeProvider.System);
        _audit = new AccountAudit(TimeProvider.System, NullLogger<AccountAudit>.Instance);
        _users = new UserStore(_traced, _cache);
        _sessions = new SessionStore(_traced, _cache, _audit, outbox, TimeProvider.System);
        _links = new LinkStore(_traced, TimeProvider.System);
        _factors = new FactorStore(_traced, keys, _audit, _cache, outbox, null!, TimeProvider.System);
        _tokens = new TokenStore(_traced, _audit, settings, TimeProvider.System);
        _delay = new SignInDelay(_traced, _audit, TimeProvider.System);
        await _users.CreateAsync(Account, default);
    }

    public async Task DisposeAsync() => await _traced.DisposeAsync();

    public void Dispose()
    {
        _users.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
