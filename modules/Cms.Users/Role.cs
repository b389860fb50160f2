using System.Security.Cryptography;
using System.Text;

namespace Cms.Users;

/// <summary>A name that accounts carry and that rights are given to. Stored; the names below are there from the start.</summary>
public sealed record Role(string Name, string Description, IReadOnlyList<string> Permissions)
{
    public const string Administrator = "Administrator";
    public const string Editor = "Editor";
    public const string Author = "Author";
    public const string Contributor = "Contributor";
    public const string Moderator = "Moderator";
    public const string Translator = "Translator";

    /// <summary>Held by everyone who signed in; no account names it.</summary>
    public const string Authenticated = "Authenticated";

    /// <summary>Held by visitors.</summary>
    public const string Anonymous = "Anonymous";

    /// <summary>Roles of a new website with their English descriptions, msgids of the translations.</summary>
    public static readonly IReadOnlyList<(string Name, string Description)> BuiltIn =
    [
        (Administrator, "Does everything on the website."),
        (Editor, "Writes, publishes and deletes content."),
        (Author, "Writes and publishes own content."),
        (Contributor, "Writes drafts of own content."),
        (Moderator, "Reads drafts."),
        (Translator, "Writes translations as drafts."),
        (Authenticated, "Everyone who signed in."),
        (Anonymous, "Visitors."),
    ];

    /// <summary>True for roles that the website can not be without.</summary>
    public static bool IsNeeded(string name) => name is Administrator || IsImplicit(name);

    /// <summary>True for 1 to 64 letters, digits, single spaces and <c>. _ -</c>.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= Account.MaxNameLength } && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '_' or '-') && name == name.Trim() && !name.Contains("  ", StringComparison.Ordinal);

    /// <summary>Stands for what a role is now: a form that was opened on something else is stale.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Description}\n{string.Join(' ', Permissions.Order(StringComparer.Ordinal))}")))[..16];

    /// <summary>True for the two roles that hold by the state of the sign-in and can not be given to an account.</summary>
    public static bool IsImplicit(string name) => name is Authenticated or Anonymous;
}
