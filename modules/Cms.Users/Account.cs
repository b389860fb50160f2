using Cms.Core.Security;

namespace Cms.Users;

/// <summary>Someone who can sign in, as ASP.NET Core Identity handles it.</summary>
public sealed class Account
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxNameLength = 64;

    public string Id { get; init; } = "";

    public string Name { get; set; } = "";

    public string NormalizedName { get; set; } = "";

    public string? Email { get; set; }

    public string? NormalizedEmail { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of password or roles; a sign-in made with an older one has ended.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>The password was given out by somebody else and serves once, to set an own one.</summary>
    public bool MustChange { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>Language of the administration and of letters; empty where the browser decides.</summary>
    public string Culture { get; set; } = "";

    /// <summary>Where the rights of its roles to change content hold.</summary>
    public ActorScope Scope { get; set; } = ActorScope.Everything;

    /// <summary>Invited, and without a password until the invitation is taken up.</summary>
    public bool IsInvited => PasswordHash is null;

    public AccountStatus Status => !Enabled ? AccountStatus.Disabled : IsInvited ? AccountStatus.Invited : MustChange ? AccountStatus.Waiting : AccountStatus.Active;

    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>Counts writes; one based on an older count is refused.</summary>
    public long Revision { get; set; }

    /// <summary>Names of the roles it was given.</summary>
    public ISet<string> Roles { get; } = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for 1 to 64 letters, digits and <c>. _ - @</c>: names that look alike by control or white space can not be made.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= MaxNameLength } && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '@');
}
