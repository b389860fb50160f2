namespace Cms.Display.Editors;

/// <summary>How one type of field is written in a form: its inputs from the value, and the value from its inputs.</summary>
public abstract class FieldEditor
{
    /// <summary>Name of its view in this folder.</summary>
    public abstract string View { get; }

    /// <summary>True when it has several inputs, which are labelled as a group.</summary>
    public virtual bool IsGroup => true;

    /// <summary>What helps to write it, an English sentence; empty where the label says enough.</summary>
    public virtual string Hint => "";

    /// <summary>Writes the value into the inputs.</summary>
    public abstract void Show(object value, FieldSlot slot);

    /// <summary>Reads the inputs. Members of the value that have no input stay as they are.</summary>
    /// <returns>The value to be stored: the same object where it can be changed.</returns>
    public abstract object Read(object value, FieldSlot slot);
}

/// <summary>The editor of values of one class.</summary>
public abstract class FieldEditor<TValue> : FieldEditor
    where TValue : class
{
    public sealed override void Show(object value, FieldSlot slot) => Show((TValue)value, slot);

    public sealed override object Read(object value, FieldSlot slot)
    {
        Read((TValue)value, slot);
        return value;
    }

    protected abstract void Show(TValue value, FieldSlot slot);

    protected abstract void Read(TValue value, FieldSlot slot);
}
