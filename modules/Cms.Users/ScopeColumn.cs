using Cms.Core.Security;

namespace Cms.Users;

/// <summary>How a scope stands in columns: ids separated by spaces; an empty text, like no choice in a form, means everywhere.</summary>
internal static class ScopeColumn
{
    public static string Text(IReadOnlySet<string>? ids) => ids is null ? "" : string.Join(' ', ids.Order(StringComparer.Ordinal));

    public static ActorScope Of(string publishers, string languages) => Of(Ids(publishers), Ids(languages));

    /// <summary>A scope of what somebody chose; nothing chosen is everything.</summary>
    public static ActorScope Of(IReadOnlyCollection<string> publishers, IReadOnlyCollection<string> languages) => new(Set(publishers), Set(languages));

    private static string[] Ids(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static HashSet<string>? Set(IReadOnlyCollection<string> ids) => ids.Count == 0 ? null : ids.ToHashSet(StringComparer.Ordinal);
}
