using Cms.Core.Errors;
using Cms.Data.PostgreSql;
using Cms.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Cms.Data;

public static class DataServices
{
    /// <summary>Registers the main store in the host. It opens when it is first asked for, which throws a <see cref="SettingException"/> if it can not.</summary>
    /// <exception cref="SettingException">The provider is unknown.</exception>
    public static IServiceCollection AddCmsData(this IServiceCollection services, DatabaseSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings)
            .AddSingleton<CommitSignal>()
            .AddSingleton<IChangeLog, ChangeLog>()
            .AddSingleton<FollowerPositions>()
            .AddSingleton<MigrationRunner>();

        return settings.Provider.ToUpperInvariant() switch
        {
            "SQLITE" => services.AddSqlite(settings),
            "POSTGRESQL" => services.AddPostgreSql(settings),
            _ => throw new SettingException(
                DatabaseSettings.ProviderKey, settings.Provider, $"write {DatabaseSettings.Sqlite} or {DatabaseSettings.PostgreSql}"),
        };
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, DatabaseSettings settings) => services
        .AddSingleton(provider =>
        {
            var (committed, log) = (provider.GetRequiredService<CommitSignal>(), provider.GetRequiredService<ILogger<SqliteDatabase>>());
            if (settings.ReadOnly)
            {
                return SqliteDatabase.OpenReadOnly(settings.SqliteFile, committed, log);
            }

            settings.PrepareDataPath();
            return SqliteDatabase.Open(settings.SqliteFile, committed, log);
        })
        .AddSingleton<IDatabase>(provider => provider.GetRequiredService<SqliteDatabase>())
        .AddSingleton<IDatabaseCopy, SqliteCopy>();

    private static IServiceCollection AddPostgreSql(this IServiceCollection services, DatabaseSettings settings) => services
        .AddSingleton(provider =>
        {
            settings.PrepareDataPath();
            return PostgresDatabase.Open(
                settings.ConnectionString, provider.GetRequiredService<CommitSignal>(), provider.GetRequiredService<ILogger<PostgresDatabase>>());
        })
        .AddSingleton<IDatabase>(provider => provider.GetRequiredService<PostgresDatabase>())
        .AddSingleton<IDatabaseCopy, PostgresCopy>();
}
