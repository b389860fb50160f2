using Microsoft.AspNetCore.Http;

namespace Cms.Users;

/// <summary>May keep what somebody sends to the back office after the sign-in has ended, before the sign-in page is shown instead.</summary>
public interface ISignedOutForm
{
    /// <summary>Looks at a POST request of nobody. Anti-forgery tokens are not checked yet: what is kept must be bound to its author otherwise.</summary>
    Task KeepAsync(HttpContext context);
}
