using Cms.ContentAdmin;
using Cms.ContentAdmin.Schedule;
using Cms.ContentAdmin.Work;
using Cms.Website.Tests.Users;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>Tables of the administration of earlier programs are upgraded: unsaved texts and plans go on.</summary>
public sealed class AdminSchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cms-admin-").FullName;

    [Theory]
    [InlineData("contentadmin-1.sql")]
    [InlineData("contentadmin-2.sql")]
    public async Task Unsaved_texts_and_plans_of_landed_schemas_go_on(string fixture)
    {
        await using var database = await OldSchema.UpgradeAsync(_folder, Path.Combine("ContentAdmin", "Fixtures", fixture), new Migrations());

        var plan = Assert.Single(await new PlanStore(database, TimeProvider.System).OfAsync("item"));
        Assert.Equal((Plan.Publish, 3, 2, "Hélène"), (plan.Verb, plan.Revision, plan.SharedRevision, plan.AccountName));
        Assert.Equal("Pas fini", (await new EditorWork(database, TimeProvider.System).FindAsync("item", "account"))!["TitlePart.Title"].ToString());
        await OldSchema.CompareAsync(database, _folder, new Migrations());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
