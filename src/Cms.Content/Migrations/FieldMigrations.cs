using Cms.Data;

namespace Cms.Content.Migrations;

/// <summary>
/// What became of fields that a module's parts stored under other names: the module's <c>Migrations.cs</c> derives from it and is registered with
/// <see cref="ContentServices.AddMigrations{TSet}"/>. Each change reaches live content, shared documents, drafts and the history, and what points
/// somewhere from the field. It runs before the website serves, in one transaction.
/// </summary>
/// <param name="module">Name of the module: <c>Cms.Programmes</c>.</param>
public abstract class FieldMigrations(string module) : MigrationSet(module)
{
    /// <summary>Hands what was stored under a field's former name to its new one. Where the new one has a value already, both stay as they are.</summary>
    /// <param name="number">1 for the module's first change, then counting up.</param>
    /// <param name="part">Name of the part: <c>Programme</c>.</param>
    /// <param name="field">Former name, <c>Phase</c>; <c>Milestones.Phase</c> for a field of a list's rows.</param>
    /// <param name="to">New name without what stands before it: <c>Status</c>.</param>
    protected void RenameField(int number, string part, string field, string to) => Add(number, new FieldChange(part, field, to));

    /// <summary>Throws away what a field stored, in the history too.</summary>
    /// <inheritdoc cref="RenameField" path="/param"/>
    protected void RemoveField(int number, string part, string field) => Add(number, new FieldChange(part, field, null));

    private void Add(int number, FieldChange change) => Add(number, change.ToString(), unit => StoredFields.ApplyAsync(unit, change));
}
