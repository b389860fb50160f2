using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cms.Users;

/// <summary><c>/.well-known/change-password</c>, where password managers look for the page (W3C, A Well-Known URL for Changing Passwords).</summary>
internal static class WellKnown
{
    public static void MapChangePassword(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/.well-known/change-password", () => Results.LocalRedirect(BackOffice.Password)).ExcludeFromDescription();
}
