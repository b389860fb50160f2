using Cms.Content.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Display.Pages;

/// <summary>A file that goes with lists and is linked from them: a feed, a calendar, a table.</summary>
/// <param name="Suffix">What its address adds to that of the list.</param>
/// <param name="Text">What it is for: English, msgid of its translations.</param>
public sealed record ListFile(string Suffix, string MediaType, string Text)
{
    /// <summary>Content type whose list has it; null for every list.</summary>
    public string? Type { get; init; }

    /// <summary>Open data, narrowed like the list; else it always holds the whole list, to be followed.</summary>
    public bool IsData { get; init; }

    /// <summary>Only for lists that have a map.</summary>
    public bool NeedsPositions { get; init; }
}

public static class ListFileExtensions
{
    /// <summary>Links the list of a type to a file that programs follow.</summary>
    /// <param name="suffix">What the file's address adds to that of the list: <c>/atom.xml</c>.</param>
    /// <param name="text">English, msgid.</param>
    public static IServiceCollection AddListFeed<TPart>(this IServiceCollection services, string suffix, string mediaType, string text)
        where TPart : ContentPart => services.AddSingleton(new ListFile(suffix, mediaType, text) { Type = typeof(TPart).Name });
}
