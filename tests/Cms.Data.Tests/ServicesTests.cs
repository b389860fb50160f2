using Cms.Core.Errors;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cms.Data.Tests;

public sealed class ServicesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cms-data-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_store_opens_in_a_folder_that_is_not_there_yet()
    {
        var settings = new DatabaseSettings { Provider = "sqlite", DataPath = Path.Combine(_folder.FullName, "new", "data") };
        await using var services = Build(settings);

        await services.GetRequiredService<MigrationRunner>().RunAsync([new DataMigrations()]);

        Assert.Equal(ChangeLogPosition.Start, await services.GetRequiredService<IChangeLog>().LatestAsync());
        Assert.Same(services.GetRequiredService<IDatabase>(), services.GetRequiredService<IDatabase>());
        Assert.NotNull(services.GetRequiredService<IDatabaseCopy>());
        Assert.True(File.Exists(settings.SqliteFile));
    }

    [Fact]
    public void An_unknown_provider_is_refused() => Assert.Equal(
        "Cms:Database:Provider",
        Assert.Throws<SettingException>(() => Build(new DatabaseSettings { Provider = "Oracle", DataPath = _folder.FullName })).Setting);

    [Fact]
    public async Task A_data_folder_that_can_not_be_created_is_refused()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        await using var services = Build(new DatabaseSettings { DataPath = Path.Combine(file, "data") });

        Assert.Equal("Cms:DataPath", Assert.Throws<SettingException>(services.GetRequiredService<IDatabase>).Setting);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=cms;Username=cms;Password=hidden;Timeout=2")]
    [InlineData("Host=127.0.0.1;Password=hidden;Nonsense=1")]
    [InlineData("Password=hidden")]
    [InlineData(null)]
    public async Task A_server_that_can_not_be_reached_is_refused_without_telling_the_password(string? connectionString)
    {
        await using var services = Build(new DatabaseSettings
        {
            Provider = DatabaseSettings.PostgreSql,
            ConnectionString = connectionString,
            DataPath = _folder.FullName,
        });

        var refusal = Assert.Throws<SettingException>(services.GetRequiredService<IDatabase>);

        Assert.Equal("Cms:Database:ConnectionString", refusal.Setting);
        Assert.DoesNotContain("hidden", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_of_a_folder_has_one_holder_at_a_time()
    {
        using (DataFolderLock.TryAcquire(_folder.FullName))
        {
            Assert.Null(DataFolderLock.TryAcquire(_folder.FullName));
        }

        using var again = DataFolderLock.TryAcquire(_folder.FullName);
        Assert.NotNull(again);
    }

    private static ServiceProvider Build(DatabaseSettings settings) => new ServiceCollection()
        .AddLogging()
        .AddCmsData(settings)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
}
