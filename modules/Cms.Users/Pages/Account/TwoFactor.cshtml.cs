using System.Security.Claims;
using System.Text;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using QRCoder;

namespace Cms.Users.Pages;

/// <summary>Where people set up their second factor; who must have one sees nothing else before.</summary>
public sealed class TwoFactorModel(
    FactorStore factors, SignInDesk desk, OwnAccount own, AccountCache cache, IActorSource actors, IOptions<UserSettings> settings, WebsiteSettings website, FailureText texts,
    IStringLocalizer<Startup> localizer) : PageModel
{
    private const string Address = "/account/two-factor";
    private const int PixelsPerModule = 4;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    public FactorState State { get; private set; } = new(false, null, 0);

    /// <summary>The key as text, in groups, while it waits for its first code.</summary>
    public string? Key => State.Key is { } key ? string.Join(' ', Totp.Text(key).Chunk(4).Select(group => new string(group))) : null;

    /// <summary>One of the account's roles asks for a second factor.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>Nothing else can be done before.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>Recovery codes, for the one time they are shown.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    /// <summary>Where the page leads when all is done.</summary>
    public string Onward { get; private set; } = "";

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var account = await cache.AccountAsync(AccountId, HttpContext.RequestAborted);
        (IsRequired, IsFirst) = (settings.Value.RequiresTwoFactor(account?.Roles ?? []), account is { NeedsFactor: true });
        await next();
    }

    public Task OnGetAsync() => ShowAsync();

    /// <summary>The picture of the key, while it waits for its first code.</summary>
    public async Task<IActionResult> OnGetQrAsync()
    {
        if ((await factors.OfAsync(AccountId, HttpContext.RequestAborted)).Key is not { } key)
        {
            throw new CmsException("factor.none", 404);
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Totp.Address(key, website.BaseUrl.Host, User.Identity?.Name ?? ""), QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return File(Encoding.UTF8.GetBytes(picture.GetGraphic(PixelsPerModule)), "image/svg+xml");
    }

    public async Task<IActionResult> OnPostKeyAsync()
    {
        await factors.BeginAsync(AccountId);
        return LocalRedirect(Address + QueryString.Create("ReturnUrl", ReturnUrl ?? ""));
    }

    public Task<IActionResult> OnPostConfirmationAsync() => WithPasswordAsync(async account =>
    {
        if (await factors.ConfirmAsync(account, Code ?? "", HttpContext.RequestAborted) is { } codes)
        {
            (NewCodes, Onward) = (codes, this.AddressOnwards(ReturnUrl, await actors.OfAsync(User, HttpContext.RequestAborted)));
        }
        else
        {
            Errors = FormErrors.Of(localizer["This code is wrong or was used before."], "Code");
        }

        return null;
    });

    public Task<IActionResult> OnPostCodesAsync() => WithPasswordAsync(async account =>
    {
        (NewCodes, Onward) = (await factors.RenewCodesAsync(account, HttpContext.RequestAborted), BackOffice.Account);
        return null;
    });

    public Task<IActionResult> OnPostRemovalAsync() => WithPasswordAsync(async account =>
    {
        if (IsRequired)
        {
            throw new CmsException("factor.required", 409);
        }

        await factors.TurnOffAsync(account);
        return LocalRedirect($"{Address}?done={AccountNotice.FactorOff}");
    });

    private string AccountId => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <param name="change">Gives where to go; null to show this page with what came out.</param>
    private async Task<IActionResult> WithPasswordAsync(Func<Account, Task<IActionResult?>> change)
    {
        (var account, Errors) = await this.ConfirmAsync(desk, Password, texts, localizer);
        if (account is not null && await change(account) is { } away)
        {
            return away;
        }

        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync() => State = await factors.OfAsync((await own.OfAsync(User, HttpContext.RequestAborted)).Id, HttpContext.RequestAborted);
}
