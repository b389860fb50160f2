using Cms.Core.Hosting;
using Cms.Data;
using Cms.Website.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Website.Tests.Verbs;

/// <summary>The checks of the doctor on a website that runs, on every database.</summary>
public abstract class DoctorCheckTests(SeededWebsite website)
{
    [StoreFact]
    public async Task What_is_broken_is_found_and_nothing_else()
    {
        Assert.Empty(await ErrorsAsync());
        await ExecuteAsync("INSERT INTO content_route (culture, path, set_id, redirect) VALUES ('fr', 'nulle-part', 'gone', 0)");
        foreach (var kind in (string[])["set", "term", "media"])
        {
            await ExecuteAsync($"INSERT INTO content_reference (set_id, culture, published, path, kind, target) VALUES ('doctor', 'fr', 1, 'Page.Body', '{kind}', 'gone-{kind}')");
        }

        var errors = await ErrorsAsync();

        await ExecuteAsync("DELETE FROM content_route WHERE set_id = 'gone'");
        await ExecuteAsync("DELETE FROM content_reference WHERE set_id = 'doctor'");
        Assert.Equal(4, errors.Count);
        Assert.Contains(errors, text => text.StartsWith("/fr/nulle-part leads to nothing", StringComparison.Ordinal));
        Assert.All((string[])["set", "term", "media"], kind => Assert.Contains(errors, text => text.StartsWith($"Page.Body of set doctor points to gone-{kind}, ", StringComparison.Ordinal)));
        Assert.Empty(await ErrorsAsync());
    }

    private async Task<List<string>> ErrorsAsync()
    {
        await using var lease = website.Services.GetRequiredService<ShellHost>().TryLease()!;
        var errors = new List<string>();
        foreach (var check in website.Services.GetServices<IDoctorCheck>().Concat(lease.Services.GetServices<IDoctorCheck>()))
        {
            errors.AddRange((await check.FindAsync(default)).Where(finding => finding.IsError).Select(finding => finding.Text));
        }

        return errors;
    }

    private Task<int> ExecuteAsync(string sql) => website.Services.GetRequiredService<IDatabase>().WriteAsync(unit => unit.ExecuteAsync(sql));
}

[Collection(SeededWebsiteTests.Name)]
public sealed class SqliteDoctorCheckTests(SeededWebsite website) : DoctorCheckTests(website);

[Collection(PostgresTests.Name)]
public sealed class PostgresDoctorCheckTests(PostgresWebsite website) : DoctorCheckTests(website), IClassFixture<PostgresWebsite>;
