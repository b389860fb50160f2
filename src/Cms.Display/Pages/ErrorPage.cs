using Cms.Display.Frame;

namespace Cms.Display.Pages;

/// <summary>What a visitor reads when a request could not be answered.</summary>
public sealed record ErrorPage(PageFrame Frame, int Status, string Explanation) : IPage;
