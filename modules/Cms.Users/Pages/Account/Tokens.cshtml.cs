using System.Globalization;
using System.Security.Claims;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>A token as the page lists it, dates in the reader's format.</summary>
public sealed record TokenLine(string Id, string Name, string Made, string Ends, string? Used);

/// <summary>Where people make and revoke their own access tokens.</summary>
public sealed class TokensModel(TokenStore store, AccountCache cache, WebsiteSettings website, FailureText texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    public IReadOnlyList<TokenLine> Tokens { get; private set; } = [];

    /// <summary>The new token, for the one time it is shown.</summary>
    public string? Made { get; private set; }

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public int MaxDays => store.MaxDays;

    public Task OnGetAsync() => ListAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            Made = await store.MakeAsync(await MeAsync(), Name, Days ?? 0, HttpContext.RequestAborted);
        }
        catch (RuleException e)
        {
            Errors = FormErrors.Of(e, texts);
        }

        await ListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? id)
    {
        await store.RevokeAsync(await MeAsync(), id ?? "", HttpContext.RequestAborted);
        return LocalRedirect("/account/tokens");
    }

    private async Task ListAsync() => Tokens = [.. (await store.OfAsync((await MeAsync()).Id, HttpContext.RequestAborted))
        .Select(t => new TokenLine(t.Id, t.Name, Date(t.CreatedUtc), Date(t.ExpiresUtc), t.LastUsedUtc is { } used ? Date(used) : null))];

    private async Task<AccountState> MeAsync() =>
        await cache.AccountAsync(User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", HttpContext.RequestAborted) ?? throw new CmsException("access.denied", 401);

    private string Date(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, website.TimeZone).ToString("d", CultureInfo.CurrentCulture);
}
