using System.Globalization;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Security;
using Cms.Display.Editors;
using Microsoft.AspNetCore.Http;

namespace Cms.ContentAdmin.Editor;

/// <summary>What became of a form that was sent.</summary>
public abstract record SaveOutcome
{
    /// <param name="Written">Null when there was nothing to write.</param>
    public sealed record Saved(ContentWritten? Written) : SaveOutcome;

    /// <param name="Failures">The field of each is the name of an input.</param>
    public sealed record Refused(IReadOnlyList<Failure> Failures) : SaveOutcome;

    public sealed record InConflict(IReadOnlyList<FieldDifference> Differences) : SaveOutcome;

    /// <summary>Not published: something shuts readers out, and no reason was given.</summary>
    public sealed record Gated : SaveOutcome;
}

/// <summary>Opens items for editing, takes in what was typed and saves it through the content manager.</summary>
public sealed class EditorDesk(ContentManager manager, ContentStore store, EditorVersions versions, EditorConflicts conflicts, MediaFiles media, WebsiteSettings website)
{
    /// <summary>Formats of whoever reads this page.</summary>
    public EditorFormats ReaderFormats => Formats(Reader);

    private static string Reader => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The form of a stored item.</summary>
    /// <exception cref="CmsException">404: there is none.</exception>
    public async Task<EditSession> OpenAsync(string id, Actor actor, CancellationToken token)
    {
        var item = await manager.LatestAsync(id, actor, token) ?? throw new CmsException("content.not-found", 404, id);
        actor.Demand(ContentPermissions.Edit, item);
        return await FreshAsync(item, token);
    }

    /// <summary>The form of a new item. Its id is made here: a form that is sent twice makes one item.</summary>
    /// <param name="set">Set whose translation it is; empty for none.</param>
    public async Task<EditSession> CreateAsync(string type, string culture, string set, Actor actor, CancellationToken token)
    {
        var item = await manager.NewAsync(type, culture, actor, set.Length > 0 ? set : null, token);
        return item.Type.Creatable ? await FreshAsync(item, token) : throw new CmsException("content.unknown-type", 400, type);
    }

    /// <summary>The form of an item as it is now, whatever was typed.</summary>
    public async Task<EditSession> FreshAsync(ContentItem item, CancellationToken token)
    {
        var stamp = EditorStamp.Of(item, await versions.NewestAsync(item.LocalizationSet, token), Reader);
        var formats = Formats(Reader);
        return new EditSession(item, item, stamp, EditorForms.Show(item, formats), formats);
    }

    /// <summary>A form that was sent.</summary>
    /// <exception cref="CmsException">404: there never was such an item.</exception>
    public async Task<EditSession> ReceiveAsync(string id, IFormCollection form, Actor actor, CancellationToken token)
    {
        actor.DemandSomewhere(ContentPermissions.Edit);
        var stamp = EditorStamp.Of(form);
        var (values, formats) = (EditorValues.Of(form), Formats(stamp.Language));
        var state = await store.StateAsync(id, token) ?? (stamp.Set.Length > 0 && stamp.Revision == 0 ? await store.StateAsync(stamp.Set, stamp.Culture, token) : null);
        if (state is null)
        {
            var fresh = stamp.Revision == 0 ? await NewAsync(id, stamp, actor, token) : throw new CmsException("content.not-found", 404, id);
            return new EditSession(fresh, stamp.IsOf(fresh) ? fresh : await BaseAsync(fresh, stamp, token), stamp, values, formats).With(form);
        }

        var item = await manager.LatestAsync(state.ItemId, actor, token);
        if (item is not null)
        {
            actor.Demand(ContentPermissions.Edit, item);
        }

        if (item is not null && stamp.IsOf(item))
        {
            return new EditSession(item, item, stamp, values, formats).With(form);
        }

        item ??= await NewAsync(state.ItemId, stamp with { Type = state.Type, Culture = state.Culture, Set = "" }, actor, token);
        return new EditSession(item, await BaseAsync(item, stamp, token), stamp, values, formats) { IsDeleted = state.IsDeleted }.With(form);
    }

    /// <summary>Saves what was typed. Nothing is written where nothing was changed, and nothing over what somebody else wrote since.</summary>
    /// <exception cref="Data.StaleRevisionException">Somebody wrote the item while this was on its way.</exception>
    public async Task<SaveOutcome> SaveAsync(EditSession session, bool publish, Actor actor, CancellationToken token)
    {
        if (session.IsDeleted)
        {
            return new SaveOutcome.Refused([new Failure("editor.in-bin")]);
        }

        if (session.IsStale && await conflicts.FindAsync(session, token) is var differences && differences.Any(difference => difference.TheirsChanged))
        {
            return new SaveOutcome.InConflict(differences);
        }

        return await WriteAsync(session, publish, actor, token);
    }

    /// <summary>Saves what was chosen field by field, unless a choice is missing.</summary>
    /// <param name="choices">By the name of the field; none for a version that is newer than the one they were made against.</param>
    public async Task<(EditSession Session, SaveOutcome Outcome)> ResolveAsync(EditSession session, IReadOnlyDictionary<string, string> choices, bool publish, Actor actor, CancellationToken token)
    {
        if (session.IsDeleted)
        {
            return (session, new SaveOutcome.Refused([new Failure("editor.in-bin")]));
        }

        var differences = await conflicts.FindAsync(session, token);
        if (differences.Any(difference => !choices.ContainsKey(difference.Name)))
        {
            return (session, new SaveOutcome.InConflict(differences));
        }

        var theirs = EditorForms.Show(session.Item, session.Formats);
        foreach (var difference in differences.Where(difference => choices[difference.Name] == FieldDifference.ChooseTheirs))
        {
            session.Values.Take(theirs, difference.Name);
        }

        var stamp = EditorStamp.Of(session.Item, await versions.NewestAsync(session.Item.LocalizationSet, token), session.Stamp.Language);
        var resolved = session with { Base = session.Item, Stamp = stamp };
        return (resolved, await WriteAsync(resolved, publish, actor, token));
    }

    /// <summary>Names the version of an item that a choice is made against.</summary>
    public static string Against(ContentItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.Revision}-{item.SharedRevision}");

    private async Task<SaveOutcome> WriteAsync(EditSession session, bool publish, Actor actor, CancellationToken token)
    {
        var item = session.Item;
        var reading = EditorForms.Read(item, session.Values, session.Formats);
        if (reading.Failures.Count > 0)
        {
            // With what else is wrong, so that everything can be mended at once; what was not understood has nothing to be held against rules.
            var rules = AtInputs(manager.Failures(item, publish), session).Where(failure => failure.Field is null || !reading.Failures.Any(said => IsIn(said.Field, failure.Field)));
            return new SaveOutcome.Refused([.. reading.Failures, .. rules]);
        }

        if (!session.IsNew && reading.Changed.Count == 0 && (!publish || (item.Published && await store.SharedAsync(item.LocalizationSet, token) is { HasDraft: 0 })))
        {
            return new SaveOutcome.Saved(null);
        }

        var shutsOut = publish && PublicationGate.IsShut(item);
        if (shutsOut && session.Reason.Length == 0)
        {
            return new SaveOutcome.Gated();
        }

        try
        {
            var comment = string.Join(" – ", new[] { shutsOut ? session.Reason : "", session.Comment }.Where(text => text.Length > 0));
            return new SaveOutcome.Saved(publish ? await manager.PublishAsync(item, actor, comment, token) : await manager.SaveDraftAsync(item, actor, comment, token));
        }
        catch (RuleException e)
        {
            return new SaveOutcome.Refused([.. AtInputs(e.Failures, session)]);
        }
    }

    /// <summary>Failures of fields as failures of the inputs that they are typed into.</summary>
    private static IEnumerable<Failure> AtInputs(IEnumerable<Failure> failures, EditSession session) =>
        failures.Select(failure => failure with { Field = failure.Field is { } field ? session.Values.InputOf(field) : null });

    /// <summary>Whether an input is that of a field or one of its several.</summary>
    private static bool IsIn(string? input, string field) => input is not null && (input == field || input.StartsWith(field + ".", StringComparison.Ordinal));

    /// <summary>A new item under the id of its form.</summary>
    private async Task<ContentItem> NewAsync(string id, EditorStamp stamp, Actor actor, CancellationToken token)
    {
        if (!IdGenerator.IsWellFormed(id) || (stamp.Set.Length > 0 && !IdGenerator.IsWellFormed(stamp.Set)))
        {
            throw new CmsException("content.not-found", 404, id);
        }

        return await manager.NewUnderAsync(id, stamp.Set, stamp.Type, stamp.Culture, actor, token);
    }

    /// <summary>The item as the form's author saw it; what is not known of it counts as empty.</summary>
    private async Task<ContentItem> BaseAsync(ContentItem item, EditorStamp stamp, CancellationToken token)
    {
        var own = stamp.Version.Length > 0 ? await store.VersionAsync(item.ContentItemId, stamp.Version, token) : null;
        var shared = await versions.SharedAsync(item.LocalizationSet, stamp.SharedVersion, token);
        return item.With(ContentDocument.Read(own?.Own, shared));
    }

    private EditorFormats Formats(string language)
    {
        var known = website.Cultures.Supports(language) ? language : website.Cultures.Default;
        return new EditorFormats(website.Cultures.Format(known), website.TimeZone, media.Exists);
    }
}
