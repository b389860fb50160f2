using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Types;

namespace Cms.Display.Editors;

/// <summary>Rows: one input for each row's id, in their order, and the inputs of its fields under the id.</summary>
internal sealed class ListEditor : FieldEditor<ListField>
{
    public override string View => "List";

    protected override void Show(ListField value, FieldSlot slot)
    {
        slot.Values.Set(slot.Name, value.Items.Select(row => row.Id));
        foreach (var row in value.Items)
        {
            foreach (var (field, editor) in FieldEditors.Of(slot.Definition.RowFields))
            {
                FieldEditors.Show(editor, field, row, slot.Inside(row.Id, field));
            }
        }
    }

    /// <summary>Rows keep what the form does not show of them; the list becomes what the ids of the form say.</summary>
    protected override void Read(ListField value, FieldSlot slot)
    {
        var known = value.Items.Where(row => row.Id.Length > 0).DistinctBy(row => row.Id).ToDictionary(row => row.Id);
        var rows = slot.Values.All(slot.Name).Distinct().Where(id => known.ContainsKey(id) || IdGenerator.IsWellFormed(id)).Select(id => known.GetValueOrDefault(id) ?? New(slot.Definition, id)).ToList();
        foreach (var row in rows)
        {
            foreach (var (field, editor) in FieldEditors.Of(slot.Definition.RowFields))
            {
                FieldEditors.Read(editor, field, row, slot.Inside(row.Id, field));
            }
        }

        value.Replace(rows);
    }

    private static ListRow New(FieldDefinition list, string id)
    {
        var row = (ListRow)Activator.CreateInstance(list.RowType!)!;
        row.Id = id;
        return row;
    }
}
