using System.Security.Cryptography;
using Cms.Core.Hosting;
using Cms.Core.Security;
using Cms.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cms.ContentAdmin.Work;

/// <summary>
/// Keeps a form of the editor that is sent after its author's sign-in has ended. A cookie of the editor, which opens nothing, tells whose text it is; the
/// text shows again to that account only, once it has signed in.
/// </summary>
public sealed class SignedOutWork(EditorWork work, IDataProtectionProvider protection, WebsiteSettings website) : ISignedOutForm
{
    private const string Cookie = "editor";

    /// <summary>Longer than any sign-in holds: a form that was opened in time can be sent late.</summary>
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(24);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Cms.ContentAdmin.Work").ToTimeLimitedDataProtector();

    /// <summary>Gives the browser of somebody who opens a form what it needs to send it late.</summary>
    public void Remember(HttpResponse response, Actor actor) =>
        response.Cookies.Append(Cookies.Name(Cookie, website), _protector.Protect($"{actor.UserId} {actor.Name}", _lifetime), Cookies.Options(website, _lifetime));

    public async Task KeepAsync(HttpContext context)
    {
        if (ItemOf(context.Request.Path) is not { } itemId || !context.Request.HasFormContentType || Owner(context.Request) is not [{ Length: > 0 } accountId, var name])
        {
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Editor.EditorController.LargestForm;
        }

        var limits = new FormOptions { ValueCountLimit = Editor.EditorController.MostInputs, ValueLengthLimit = Editor.EditorController.LargestForm, BufferBodyLengthLimit = Editor.EditorController.LargestForm };
        var form = await new FormFeature(context.Request, limits).ReadFormAsync(context.RequestAborted);
        if (form.ContainsKey("_type"))
        {
            await work.KeepAsync(itemId, accountId, name, form, form["TitlePart.Title"].ToString(), context.RequestAborted);
        }
    }

    /// <summary>The item whose form is sent to the address: <c>/admin/content/ID/edit/…</c></summary>
    private static string? ItemOf(PathString path) =>
        path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["admin", "content", { Length: <= 64 } id, "edit", not "step" and not "preview", ..] ? id : null;

    private string[] Owner(HttpRequest request)
    {
        try
        {
            return request.Cookies[Cookies.Name(Cookie, website)] is { } text ? _protector.Unprotect(text).Split(' ', 2) : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
