namespace Cms.Browser.Tests;

/// <summary>A test in a real browser; left out only when <c>CMS_TESTS_WITHOUT_BROWSER=1</c> says so.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserWebsite.IsLeftOut ? "CMS_TESTS_WITHOUT_BROWSER=1" : null;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserWebsite.IsLeftOut ? "CMS_TESTS_WITHOUT_BROWSER=1" : null;
}
