using Cms.Content.Items;
using Cms.Content.Types;
using Cms.Core.Errors;

namespace Cms.Content.Manager;

/// <summary>Rules across the fields of an item; checked before and after handlers, whatever way the item came in.</summary>
public abstract class ContentRules
{
    /// <summary>What forbids to store the item, also as a draft.</summary>
    public virtual IEnumerable<Failure> CanSave(ContentItem item) => [];

    /// <summary>What forbids to publish the item.</summary>
    public virtual IEnumerable<Failure> CanPublish(ContentItem item) => [];
}

/// <summary>Rules of one part; not asked for items without it.</summary>
public abstract class ContentRules<TPart> : ContentRules
    where TPart : ContentPart, new()
{
    public sealed override IEnumerable<Failure> CanSave(ContentItem item) => item.Has<TPart>() ? CanSave(item.As<TPart>(), item) : [];

    public sealed override IEnumerable<Failure> CanPublish(ContentItem item) => item.Has<TPart>() ? CanPublish(item.As<TPart>(), item) : [];

    protected virtual IEnumerable<Failure> CanSave(TPart part, ContentItem item) => [];

    protected virtual IEnumerable<Failure> CanPublish(TPart part, ContentItem item) => [];
}

/// <summary>May alter an item before it is stored; the rules are checked again afterwards.</summary>
public interface IContentHandler
{
    Task SavingAsync(ContentItem item, bool publishing, CancellationToken token);
}
