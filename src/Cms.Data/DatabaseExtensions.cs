namespace Cms.Data;

/// <summary>The forms of a write without a result.</summary>
public static class DatabaseExtensions
{
    /// <inheritdoc cref="IDatabase.WriteAsync{T}"/>
    public static Task WriteAsync(this IDatabase database, Func<WriteUnit, Task> write, CancellationToken token = default) =>
        database.WriteAsync(
            async unit =>
            {
                await write(unit);
                return true;
            },
            token);
}
