namespace Cms.Data;

/// <summary>The tables of Cms.Data itself.</summary>
public sealed class DataMigrations : MigrationSet
{
    public DataMigrations()
        : base("Cms.Data")
    {
        Add(1, "change log", dialect => dialect.ChangeLog.Create);
        Add(2, "followers", dialect =>
        [
            $"CREATE TABLE follower (name {dialect.Text} PRIMARY KEY, transaction_id {dialect.Integer} NOT NULL, number {dialect.Integer} NOT NULL)",
        ]);
    }
}
