namespace Cms.Data;

/// <summary>
/// The numbered schema changes of one module. Each runs once, in its own transaction, in order; what was applied is kept with its number, so an
/// interrupted upgrade goes on where it stopped. A landed migration is never edited: a new number follows.
/// </summary>
/// <param name="module">Owner of the tables; <c>Cms.Content</c>.</param>
public abstract class MigrationSet(string module)
{
    private readonly List<Migration> _migrations = [];

    public string Module { get; } = module;

    public IReadOnlyList<Migration> Migrations => _migrations;

    /// <summary>Adds a migration of SQL statements; <paramref name="sql"/> takes column types from the dialect.</summary>
    protected void Add(int number, string name, Func<ISqlDialect, IEnumerable<string>> sql) =>
        Add(number, name, async unit =>
        {
            foreach (var statement in sql(unit.Dialect))
            {
                await unit.ExecuteAsync(statement);
            }
        });

    /// <summary>Adds a migration that moves data; it may run again after a crash that came before its commit.</summary>
    protected void Add(int number, string name, Func<WriteUnit, Task> apply)
    {
        if (number != _migrations.Count + 1)
        {
            throw new InvalidOperationException($"Migration {number} of {Module} must follow {_migrations.Count}.");
        }

        _migrations.Add(new Migration(number, name, apply));
    }
}

/// <summary>One numbered schema change.</summary>
public sealed record Migration(int Number, string Name, Func<WriteUnit, Task> ApplyAsync);
