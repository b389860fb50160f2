using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Cms.Users;

/// <summary>Under <c>/api</c>: a token that is no good gets 401 even where visitors are served, and nothing answered to credentials is stored.</summary>
public sealed class TokenGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.IsUnder(Schemes.ApiPath) || context.Request.Headers.Authorization.Count == 0)
        {
            await next(context);
            return;
        }

        if ((await context.AuthenticateAsync(Schemes.Token)).Failure is not null)
        {
            await context.ChallengeAsync(Schemes.Token);
            return;
        }

        context.NeverStore();
        await next(context);
    }
}
