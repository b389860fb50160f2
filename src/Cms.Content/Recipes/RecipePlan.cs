using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Data;

namespace Cms.Content.Recipes;

/// <summary>
/// What a run would do, worked out before anything is written: problems, lines to read, and the writes. When a step has found an error nothing of the
/// recipe is written.
/// </summary>
public sealed class RecipePlan
{
    private readonly List<RecipeProblem> _problems = [];
    private readonly List<RecipeLine> _lines = [];
    private readonly List<Func<WriteUnit, Task>> _writes = [];
    private readonly List<Func<CancellationToken, Task>> _before = [];
    private readonly List<Func<CancellationToken, Task>> _after = [];
    private HashSet<string> _migrated = [];

    internal RecipePlan(ShellSettings shell, IProgress<RecipeProgress>? progress) => (Stored, Shell, Progress) = (shell, shell, progress);

    /// <summary>What the shell is made of now.</summary>
    public ShellSettings Stored { get; }

    /// <summary>What the shell will be made of.</summary>
    public ShellSettings Shell { get; set; }

    public IReadOnlyList<RecipeProblem> Problems => _problems;

    public IReadOnlyList<RecipeLine> Lines => _lines;

    public bool HasErrors => _problems.Exists(p => p.IsError);

    internal bool NeedsNewShell { get; private set; }

    internal IProgress<RecipeProgress>? Progress { get; }

    internal IReadOnlyList<Func<WriteUnit, Task>> Writes => _writes;

    internal IReadOnlyList<Func<CancellationToken, Task>> BeforeWriting => _before;

    internal IReadOnlyList<Func<CancellationToken, Task>> AfterCommitting => _after;

    /// <summary>True when a module's tables are in the store, so that planning may read them.</summary>
    public bool IsMigrated(string module) => _migrated.Contains(module);

    public void Error(RecipeStep step, int line, string key, params IReadOnlyList<object?> data) => Error(step, line, new Failure(key, null, data));

    public void Error(RecipeStep step, int line, Failure failure) => Add(new RecipeProblem(true, step.File, step.Name, line, failure));

    public void Warn(RecipeStep step, int line, string key, params IReadOnlyList<object?> data) =>
        Add(new RecipeProblem(false, step.File, step.Name, line, new Failure(key, null, data)));

    public void Created(RecipeStep step, int line, string kind, string subject) => Add(RecipeChange.Created, step, line, kind, subject, []);

    public void Changed(RecipeStep step, int line, string kind, string subject, IReadOnlyList<string> fields) => Add(RecipeChange.Changed, step, line, kind, subject, fields);

    public void Left(RecipeStep step, int line, string kind, string subject) => Add(RecipeChange.Left, step, line, kind, subject, []);

    public void Kept(RecipeStep step, int line, string kind, string subject) => Add(RecipeChange.Kept, step, line, kind, subject, []);

    /// <summary>Adds a write to the run's one transaction. It may run again, so it holds only SQL: everything is serialised before.</summary>
    public void Write(Func<WriteUnit, Task> write) => _writes.Add(write);

    /// <summary>Adds work outside the database that must be done before the transaction and can be thrown away after a crash: staging files.</summary>
    public void BeforeWrite(Func<CancellationToken, Task> work) => _before.Add(work);

    /// <summary>Adds work to be done once the transaction is durable. What must not be lost by a crash in between is recorded in the transaction too.</summary>
    public void AfterCommit(Func<CancellationToken, Task> work) => _after.Add(work);

    /// <summary>Asks for a new shell after the commit although its features stay: what the running one has loaded is no longer true.</summary>
    public void ReplaceShell() => NeedsNewShell = true;

    internal void SetMigrated(IEnumerable<string> modules) => _migrated = [.. modules];

    internal void Add(RecipeProblem problem) => _problems.Add(problem);

    private void Add(RecipeChange change, RecipeStep step, int line, string kind, string subject, IReadOnlyList<string> fields) =>
        _lines.Add(new RecipeLine(change, kind, subject, fields, step.File, line));
}
