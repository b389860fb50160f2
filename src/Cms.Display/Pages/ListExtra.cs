namespace Cms.Display.Pages;

/// <summary>Loads what the list page of a type shows besides its items, before its view runs: a month of a calendar.</summary>
public interface IListExtra
{
    /// <summary>Content type.</summary>
    string Type { get; }

    /// <param name="list">The list with what is chosen.</param>
    /// <param name="path">Address of the list.</param>
    /// <returns>What the type's view reads from <see cref="ListPage.Extra{T}"/>; null for nothing.</returns>
    Task<object?> LoadAsync(NarrowedList list, string path, string culture, CancellationToken token = default);
}
