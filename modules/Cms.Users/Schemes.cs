namespace Cms.Users;

/// <summary>Names of the authentication schemes.</summary>
public static class Schemes
{
    /// <summary>The default: <see cref="Token"/> under <c>/api</c>, <see cref="Cookie"/> everywhere else.</summary>
    public const string ByPath = "ByPath";

    public const string Cookie = "Cookie";

    /// <summary>Personal access tokens, <c>Authorization: Bearer …</c>.</summary>
    public const string Token = "Token";

    /// <summary>A right password whose code is still to come; good for nothing else.</summary>
    public const string Pending = "Pending";

    public const string ApiPath = "/api";
}
