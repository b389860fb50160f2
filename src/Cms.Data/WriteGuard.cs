namespace Cms.Data;

/// <summary>Refuses a write inside a write: the inner one would wait for the outer one, and the outer one for it.</summary>
internal static class WriteGuard
{
    private static readonly AsyncLocal<bool> _inside = new();

    /// <exception cref="InvalidOperationException">The caller runs inside a write.</exception>
    public static void Refuse()
    {
        if (_inside.Value)
        {
            throw new InvalidOperationException("A write was started inside a write. Pass the write unit on instead.");
        }
    }

    /// <summary>Marks the calling async method, and all that it calls, as inside a write; the mark ends with that method.</summary>
    public static void Enter() => _inside.Value = true;
}
