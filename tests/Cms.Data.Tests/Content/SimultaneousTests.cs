using System.Data.Common;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>What must be the only one stays it when many publish it at the same moment: each has been checked before the first is written.</summary>
public abstract class SimultaneousTests(TestStore store) : ContentTests(store)
{
    private const int Writers = 8;

    [StoreFact]
    public async Task One_of_many_gets_a_code_and_the_others_hear_that_it_is_not_unique()
    {
        var publisher = await Engine.PublisherAsync(Unique("Ensemble"));
        var (won, lost) = await PublishTogetherAsync(engine => MeasureAsync(engine, "5.2.2", publisher));

        Assert.Equal(1, won);
        Assert.Equal(Enumerable.Repeat("field.not-unique Measure.Code", Writers - 1), lost);
        Assert.Equal(1, (await Engine.Lists.PageAsync(new() { Publisher = publisher })).Total);
    }

    [StoreFact]
    public async Task One_of_many_gets_a_code_where_none_has_a_publisher()
    {
        var code = IdGenerator.NewId();

        Assert.Equal(1, (await PublishTogetherAsync(engine => MeasureAsync(engine, code, null))).Won);
    }

    [StoreFact]
    public async Task One_of_many_gets_a_chosen_address_and_the_others_hear_that_it_is_taken()
    {
        var path = $"choix/{IdGenerator.NewId()}";
        var (won, lost) = await PublishTogetherAsync(async engine => (await engine.NoticeAsync(Unique("Avis"))).Alter<AutoroutePart>(part => part.Path = path));

        Assert.Equal(1, won);
        Assert.Equal(Enumerable.Repeat("path.taken AutoroutePart.Path", Writers - 1), lost);
    }

    [StoreFact]
    public async Task Each_of_many_with_the_same_title_gets_an_address_of_its_own()
    {
        var title = Unique("Homonymes");
        var (won, _) = await PublishTogetherAsync(engine => engine.NoticeAsync(title));
        var paths = await Engine.QueryAsync<string>("SELECT path FROM content_live WHERE title = @title", new { title });

        Assert.Equal(Writers, won);
        Assert.Equal(Writers, paths.Distinct().Count());
    }

    /// <summary>With an address of its own: writers that want the same one wait for each other there.</summary>
    private static async Task<ContentItem> MeasureAsync(ContentEngine engine, string code, string? publisher) =>
        (await engine.MeasureAsync("fr", code, Unique("Mesure"), publisher: publisher)).Alter<AutoroutePart>(part => part.Path = $"mesures/{IdGenerator.NewId()}");

    /// <returns>How many were published, and the keys and fields that the others were refused for.</returns>
    private async Task<(int Won, List<string> Lost)> PublishTogetherAsync(Func<ContentEngine, Task<ContentItem>> make)
    {
        var meeting = new MeetingDatabase(Tested.Database, Writers);
        await using var engine = await ContentEngine.StartAsync(Tested, services => services.AddSingleton<IDatabase>(meeting));
        var items = new List<ContentItem>();
        for (var number = 0; number < Writers; number++)
        {
            items.Add(await make(engine));
        }

        meeting.Begin();
        var failures = await Task.WhenAll(items.Select(item => Task.Run(() => PublishAsync(engine, item))));
        return (failures.Count(failure => failure is null), [.. failures.OfType<string>()]);
    }

    private static async Task<string?> PublishAsync(ContentEngine engine, ContentItem item)
    {
        try
        {
            await engine.Manager.PublishAsync(item, Actor.System);
            return null;
        }
        catch (RuleException e)
        {
            return $"{e.Failures[0].Key} {e.Failures[0].Field}";
        }
    }

    /// <summary>Holds writes back until all that are expected have come.</summary>
    private sealed class MeetingDatabase(IDatabase database, int expected) : IDatabase
    {
        private readonly TaskCompletionSource _allHere = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _missing = int.MaxValue;

        public ISqlDialect Dialect => database.Dialect;

        public DatabaseEngine Engine => database.Engine;

        public long? Epoch => database.Epoch;

        public void Begin() => _missing = expected;

        public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken token = default) => database.ReadAsync(read, token);

        public async Task<T> WriteAsync<T>(Func<WriteUnit, Task<T>> write, CancellationToken token = default)
        {
            if (_missing <= expected)
            {
                if (Interlocked.Decrement(ref _missing) == 0)
                {
                    _allHere.SetResult();
                }

                await _allHere.Task;
            }

            return await database.WriteAsync(write, token);
        }
    }
}

public sealed class SqliteSimultaneousTests(SqliteStore store) : SimultaneousTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresSimultaneousTests(PostgresStore store) : SimultaneousTests(store), IClassFixture<PostgresStore>;
