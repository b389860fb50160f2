using System.Security.Claims;
using System.Text.Encodings.Web;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Cms.Users;

/// <summary>Signs scripts in under <c>/api</c> by their access token. No cookie counts there, so no foreign page can use a visitor's sign-in.</summary>
public sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenStore tokens, AccountCache cache, AccountAudit audit, FailureText texts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        var aborted = Context.RequestAborted;
        var secret = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";
        var token = secret.StartsWith(TokenStore.Prefix, StringComparison.Ordinal) ? await tokens.FindAsync(secret, aborted) : null;
        var account = token is null ? null : await cache.AccountAsync(token.AccountId, aborted);
        if (account is not { IsComplete: true })
        {
            audit.TokenRefused(ClientNetwork.Of(Context.Connection.RemoteIpAddress));
            return AuthenticateResult.Fail("token.refused");
        }

        await tokens.NoteUseAsync(token!, account.Name, aborted);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, account.Name)], Schemes.Token);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Schemes.Token));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return ProblemAsync(StatusCodes.Status401Unauthorized, "token.needed");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ProblemAsync(StatusCodes.Status403Forbidden, "access.denied");

    private Task ProblemAsync(int status, string key)
    {
        Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.Problem(texts.Of(key, []), statusCode: status, type: $"urn:cms:{key}").ExecuteAsync(Context);
    }
}
