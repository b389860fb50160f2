using Microsoft.Extensions.DependencyInjection;

namespace Cms.Display.SafeHtml;

/// <summary>Registers the rendering of rich texts.</summary>
public static class SafeHtmlExtensions
{
    public static IServiceCollection AddSafeHtml(this IServiceCollection services) =>
        services.AddSingleton(_ => new SafeHtmlCache()).AddSingleton<MarkdownRenderer>();
}
