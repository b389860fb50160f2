using Cms.Mail;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.Mail;

/// <summary>Letters that wait in the table of an earlier program are still there.</summary>
public sealed class MailSchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cms-mail-").FullName;

    [Theory]
    [InlineData("mail-1.sql")]
    public async Task Letters_of_landed_schemas_wait_on(string fixture)
    {
        await using var database = await OldSchema.UpgradeAsync(_folder, Path.Combine("Mail", "Fixtures", fixture), new Migrations());

        Assert.Equal(1, await database.WriteAsync(unit => unit.SingleAsync<long>("SELECT COUNT(*) FROM mail_outbox WHERE id = 'letter' AND state = 'waiting' AND tries = 2")));
        await OldSchema.CompareAsync(database, _folder, new Migrations());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
