using Cms.Content.Fields;
using Cms.Core.Localization;

namespace Cms.Display.Editors;

internal sealed class BooleanEditor : FieldEditor<BooleanField>
{
    public const string Yes = "true";
    public const string No = "false";

    public override string View => "Boolean";

    protected override void Show(BooleanField value, FieldSlot slot) => slot.Set("", value.Value switch { true => Yes, false => No, null => "" });

    /// <summary>Beside its radio buttons stands an empty input that says that the field was in the form: the last value counts.</summary>
    protected override void Read(BooleanField value, FieldSlot slot)
    {
        var values = slot.Values.All(slot.Name);
        var chosen = values.Count > 0 ? values[^1] : null;
        value.Value = chosen switch { null => null, Yes => true, No => false, _ => value.Value };
        if (chosen is not (null or Yes or No))
        {
            slot.Fail("field.option", "", chosen);
        }
    }
}

internal sealed class NumericEditor : FieldEditor<NumericField>
{
    public override string View => "Numeric";

    public override bool IsGroup => false;

    protected override void Show(NumericField value, FieldSlot slot) => slot.Set("", TypedNumbers.Write(value.Value, slot.Formats.Numbers));

    protected override void Read(NumericField value, FieldSlot slot) => value.Value = TypedNumbers.Read(slot, "", value.Value);
}

internal sealed class QuantityEditor : FieldEditor<QuantityField>
{
    public override string View => "Quantity";

    protected override void Show(QuantityField value, FieldSlot slot)
    {
        slot.Set("Value", TypedNumbers.Write(value.Value, slot.Formats.Numbers));
        slot.Set("Qualifier", value.Qualifier.ToString());
        slot.Set("Unit", value.Unit);
    }

    protected override void Read(QuantityField value, FieldSlot slot)
    {
        value.Value = TypedNumbers.Read(slot, "Value", value.Value);
        value.Unit = slot.Text("Unit").Trim();
        var qualifier = slot.Text("Qualifier");
        if (Enum.TryParse<Qualifier>(qualifier, out var known) && Enum.IsDefined(known))
        {
            value.Qualifier = known;
        }
        else if (qualifier.Length > 0)
        {
            slot.Fail("field.option", "Qualifier", qualifier);
        }
    }
}

internal sealed class MoneyEditor : FieldEditor<MoneyField>
{
    public override string View => "Money";

    protected override void Show(MoneyField value, FieldSlot slot)
    {
        slot.Set("Amount", TypedNumbers.WriteAmount(value.Amount, slot.Formats.Numbers));
        slot.Set("Currency", value.Currency);
    }

    protected override void Read(MoneyField value, FieldSlot slot)
    {
        value.Amount = TypedNumbers.Read(slot, "Amount", value.Amount);
        var currency = slot.Text("Currency").Trim().ToUpperInvariant();
        value.Currency = currency.Length == 0 && value.Amount is null ? new MoneyField().Currency : currency;
    }
}
