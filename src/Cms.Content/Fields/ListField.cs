using System.Text.Json.Serialization;
using Cms.Content.Types;

namespace Cms.Content.Fields;

/// <summary>Rows of typed sub-fields: the part of <see cref="ListField{TRow}"/> that does not depend on the class of its rows.</summary>
public abstract class ListField : ContentField
{
    [JsonIgnore]
    public abstract IReadOnlyList<ListRow> Items { get; }

    [JsonIgnore]
    public override bool IsEmpty => Items.Count == 0;

    public abstract void Add(ListRow row);

    /// <summary>Makes these the rows, in their order.</summary>
    public abstract void Replace(IEnumerable<ListRow> rows);
}

/// <summary>
/// Rows of typed sub-fields, each shared or per language. Rows and their order belong to the set: moving, adding or removing one is an edit of the
/// shared document; what a language says in a row is found again by the row's id.
/// </summary>
public sealed class ListField<TRow> : ListField
    where TRow : ListRow, new()
{
    public List<TRow> Rows { get; set; } = [];

    public override IReadOnlyList<ListRow> Items => Rows;

    public override void Add(ListRow row) => Rows.Add((TRow)row);

    public override void Replace(IEnumerable<ListRow> rows) => Rows = [.. rows.Cast<TRow>()];
}
