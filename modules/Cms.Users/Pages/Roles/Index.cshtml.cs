using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>The roles of the website.</summary>
public sealed class RolesModel(RoleDesk desk, IActorSource actors, FailureText texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    public IReadOnlyList<(Role Role, long Holders)> Roles { get; private set; } = [];

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public async Task OnGetAsync(CancellationToken token) => Roles = await desk.ListAsync(await actors.OfAsync(User, token), token);

    public async Task<IActionResult> OnPostAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        try
        {
            var name = Name?.Trim() ?? "";
            await desk.CreateAsync(name, Description?.Trim() ?? "", actor, token);
            return LocalRedirect($"/admin/roles/{Uri.EscapeDataString(name)}");
        }
        catch (CmsException e) when (e.Status is 400 or 409)
        {
            Response.StatusCode = e.Status;
            Errors = FormErrors.Of(e, texts);
        }

        Roles = await desk.ListAsync(actor, token);
        return Page();
    }
}
