using System.Globalization;
using Cms.Content.Manager;
using Cms.Core.Errors;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cms.ContentAdmin.Pages;

/// <summary>What a translator finds to do, in a language that he writes.</summary>
public sealed class TranslationsModel(Translations translations, AdminQueries queries, CultureSettings cultures, IActorSource actors) : PageModel
{
    /// <summary>Language to translate into; null for the first that the reader may write beside the default one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    public IReadOnlyList<FilterOption> Languages { get; private set; } = [];

    public IReadOnlyList<TranslationRow> Missing { get; private set; } = [];

    public IReadOnlyList<TranslationRow> Older { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var actor = await actors.OfAsync(User, token);
        actor.DemandSomewhere(ContentPermissions.Edit);
        var written = cultures.Names.Where(name => actor.Scope.Cultures?.Contains(name) != false).ToList();
        var language = string.IsNullOrEmpty(Language) ? written.Find(name => name != cultures.Default) ?? cultures.Default : Language;
        if (!cultures.Supports(language))
        {
            throw new CmsException("content.unknown-culture", 400, language);
        }

        Languages = [.. written.Select(name => new FilterOption(name, CultureInfo.GetCultureInfo(name).DisplayName, name == language))];
        Missing = await translations.MissingAsync(language, actor, token);
        Older = await translations.OlderAsync(language, actor, token);
    }

    public string Changed(TranslationRow row) => queries.Moment(row.ChangedUtc);
}
