using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Data;
using Microsoft.Extensions.Hosting;

namespace Cms.Content;

/// <summary>Makes a new shell's content ready before its first request: migrates its modules' tables, loads the stored definitions and adds the columns that indexed fields need.</summary>
internal sealed class ContentStart(IDatabase database, MigrationRunner migrations, IEnumerable<MigrationSet> sets, ContentDefinitions definitions, DefinitionStore stored) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await migrations.RunAsync([.. sets], cancellationToken);
        definitions.Load(await stored.LoadAsync(cancellationToken));
        await database.WriteAsync(
            async unit =>
            {
                await IndexedColumn.EnsureAsync(unit, definitions.Parts);
                return true;
            },
            cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
