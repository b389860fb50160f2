using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.Users.Pages;

/// <summary>One role and its rights.</summary>
public sealed class RoleModel(RoleDesk desk, RightsQueries rights, IActorSource actors, FailureText texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? Notice => AccountNotice.Text(Done);

    public Role Role { get; private set; } = new("", "", []);

    public RightForm Rights { get; private set; } = new([], [], 0);

    public bool IsFixed => Role.Name == Role.Administrator;

    public bool MayDelete => !Role.IsNeeded(Role.Name);

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public async Task OnGetAsync(CancellationToken token) => await ShowAsync(await actors.OfAsync(User, token), token);

    public Task<IActionResult> OnPostAsync(string? description, string? stamp, string[]? right, CancellationToken token) => DoAsync(
        $"/admin/roles/{Uri.EscapeDataString(Name)}?done={AccountNotice.Saved}",
        actor => desk.SaveAsync(Name, description?.Trim() ?? "", right ?? [], stamp, actor, token),
        token);

    public Task<IActionResult> OnPostRemovalAsync(CancellationToken token) => DoAsync($"/admin/roles?done={AccountNotice.Deleted}", actor => desk.DeleteAsync(Name, actor, token), token);

    private async Task<IActionResult> DoAsync(string onward, Func<Actor, Task> change, CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        try
        {
            await change(actor);
            return LocalRedirect(onward);
        }
        catch (CmsException e) when (e.Status is 400 or 409)
        {
            Response.StatusCode = e.Status;
            Errors = FormErrors.Of(e, texts);
        }

        await ShowAsync(actor, token);
        return Page();
    }

    private async Task ShowAsync(Actor actor, CancellationToken token)
    {
        Role = await desk.GetAsync(Name, actor, token);
        Rights = rights.Of(Role, actor);
    }
}
