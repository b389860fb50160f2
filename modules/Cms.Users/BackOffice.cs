using Microsoft.AspNetCore.Http;

namespace Cms.Users;

/// <summary>The addresses behind and at the door: they have no language in their path, are never stored, and belong to people who sign in.</summary>
public static class BackOffice
{
    public static readonly PathString Admin = "/admin";
    public static readonly PathString Account = "/account";
    public static readonly PathString Login = "/login";
    public static readonly PathString Logout = "/logout";
    public static readonly PathString Password = "/account/password";
    public static readonly PathString TwoFactor = "/account/two-factor";
    public static readonly PathString Code = "/login/code";

    private static readonly PathString[] _roots = [Admin, Account, Login, Logout];

    public static bool Holds(PathString path) => Array.Exists(_roots, root => path.IsUnder(root));

    /// <summary>True for the address itself and all below it; letters compare without case, as routes do.</summary>
    public static bool IsUnder(this PathString path, PathString root) => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase);

    /// <summary>Address of the sign-in page that leads back afterwards.</summary>
    public static string LoginFor(HttpRequest request) => WithReturn(Login, request);

    internal static string WithReturn(PathString page, HttpRequest request) =>
        page + QueryString.Create("ReturnUrl", HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path);
}
