namespace Cms.Display.Frame;

/// <summary>The model of anything shown inside the public layout: controllers' views and Razor Pages alike.</summary>
public interface IPage
{
    PageFrame Frame { get; }
}
