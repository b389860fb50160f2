using System.Globalization;
using System.Security.Claims;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>A sign-in as the page lists it, times in the reader's format.</summary>
public sealed record SessionLine(string Id, string Browser, string Network, string Since, string Seen, bool IsOwn);

/// <summary>Where people see and end their own sign-ins.</summary>
public sealed class SessionsModel(SessionStore store, AccountCache cache, WebsiteSettings website) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public async Task OnGetAsync() => Sessions = [.. (await store.OfAsync((await MeAsync()).Id, HttpContext.RequestAborted))
        .Select(session => new SessionLine(session.Id, session.Browser, session.Network, Moment(session.CreatedUtc), Moment(session.SeenUtc), session.Id == Own))];

    public async Task<IActionResult> OnPostEndAsync(string? id)
    {
        await store.EndOneAsync(await MeAsync(), id ?? "", HttpContext.RequestAborted);
        return Back();
    }

    public async Task<IActionResult> OnPostOthersAsync()
    {
        await store.EndOthersAsync(await MeAsync(), Own, HttpContext.RequestAborted);
        return Back();
    }

    private string Own => User.FindFirstValue(SignInDesk.SessionClaim) ?? "";

    private LocalRedirectResult Back() => LocalRedirect($"/account/sessions?done={AccountNotice.Ended}");

    private async Task<AccountState> MeAsync() =>
        await cache.AccountAsync(User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", HttpContext.RequestAborted) ?? throw new CmsException("access.denied", 401);

    private string Moment(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, website.TimeZone).ToString("g", CultureInfo.CurrentCulture);
}
