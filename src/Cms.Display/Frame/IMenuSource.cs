namespace Cms.Display.Frame;

/// <summary>Supplies the menus of the layout by code (<c>main</c>, <c>footer</c>); registered by the navigation module.</summary>
public interface IMenuSource
{
    Task<IReadOnlyDictionary<string, IReadOnlyList<PageLink>>> MenusAsync(string culture, CancellationToken token = default);
}
