using System.Globalization;
using Cms.Content.Items;
using Cms.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace Cms.Api;

/// <summary>The <c>If-Match</c> header of a call: the version that a change was based on. Without one, a change is based on whatever is newest.</summary>
internal sealed class Precondition
{
    private readonly IReadOnlyList<string>? _tags;

    private Precondition(IReadOnlyList<string>? tags) => _tags = tags;

    /// <summary>What <c>If-Match</c> takes: the version's id, or with it the revision of what its languages share.</summary>
    public static string Tag(ContentItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.ContentItemVersionId}.{item.SharedRevision}");

    public static Precondition Of(HttpRequest request)
    {
        var tags = request.Headers.IfMatch.SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(tag => tag.Trim('"')).ToList();
        return new Precondition(tags.Count > 0 ? tags : null);
    }

    /// <param name="latest">The newest version; null for an item that does not exist.</param>
    /// <exception cref="CmsException">412: somebody else wrote the item since.</exception>
    public void Demand(ContentItem? latest)
    {
        if (_tags is not null && (latest is null || !_tags.Any(tag => tag == "*" || tag == latest.ContentItemVersionId || tag == Tag(latest))))
        {
            throw new CmsException("api.precondition", 412);
        }
    }
}
