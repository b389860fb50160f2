using System.ComponentModel.DataAnnotations;

namespace Cms.Users;

/// <summary>Section <c>Cms:Users</c> of the settings.</summary>
public sealed class UserSettings
{
    public const string Section = "Cms:Users";

    /// <summary>Failed sign-ins that a network (IPv4 /24, IPv6 /64) may have in five minutes before it has to wait.</summary>
    [Range(1, 1_000_000)]
    public int FailuresPerNetwork { get; set; } = 30;

    /// <summary>Longest life that an access token can be given, in days.</summary>
    [Range(1, 3650)]
    public int TokenDays { get; set; } = 365;

    /// <summary>Times that a network may ask for a new password in five minutes.</summary>
    [Range(1, 1_000_000)]
    public int ResetsPerNetwork { get; set; } = 10;

    /// <summary>Roles whose accounts need a second factor, separated by commas: <c>Administrator, Editor</c>. Empty for none.</summary>
    public string RequireTwoFactor { get; set; } = "";

    /// <summary>True when one of the roles asks for a second factor.</summary>
    public bool RequiresTwoFactor(IEnumerable<string> roles) =>
        RequireTwoFactor.Length > 0 && RequireTwoFactor.Split(',', StringSplitOptions.TrimEntries).Intersect(roles, StringComparer.OrdinalIgnoreCase).Any();
}
