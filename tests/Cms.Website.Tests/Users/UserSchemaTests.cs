using Cms.Users;
using Microsoft.Extensions.Options;

namespace Cms.Website.Tests.Users;

/// <summary>Account tables of earlier programs are upgraded, and their accounts and sign-ins go on.</summary>
public sealed class UserSchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cms-users-").FullName;

    [Theory]
    [InlineData("users-3.sql")]
    [InlineData("users-5.sql")]
    public async Task Accounts_of_landed_schemas_go_on_without_a_scope(string fixture)
    {
        await using var database = await OldSchema.UpgradeAsync(_folder, Path.Combine("Users", "Fixtures", fixture), new Migrations());

        var cache = new AccountCache(database, Options.Create(new UserSettings()), TimeProvider.System);
        using var store = new UserStore(database, cache);
        var account = (await store.FindByNameAsync("HÉLÈNE", default))!;
        Assert.Equal(("Hélène", "helene@example.org", "hash", 7, true), (account.Name, account.Email, account.PasswordHash, account.Revision, account.Enabled));
        Assert.Equal((null, null, ""), (account.Scope.Publishers, account.Scope.Cultures, account.Culture));
        Assert.Equal(["Editor"], account.Roles);
        var session = (await cache.SessionAsync("session", default))!;
        Assert.Equal(session.CreatedUtc, session.SeenUtc);
        await OldSchema.CompareAsync(database, _folder, new Migrations());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
