using System.Globalization;
using Cms.Content.Items;
using Cms.Core.Hosting;
using Cms.Core.Security;
using Cms.Data;
using Dapper;

namespace Cms.ContentAdmin.Reviews;

/// <summary>Content that somebody is to look over again.</summary>
public sealed record Review(string ItemId, DateOnly Due);

/// <summary>The day from which on an item is to be looked over: one for each, kept beside its content and never shown to visitors.</summary>
public sealed class ReviewStore(IDatabase database, WebsiteSettings website, TimeProvider time)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <param name="due">Null for no review.</param>
    public Task SetAsync(ContentItem item, DateOnly? due, Actor actor, CancellationToken token = default) => database.WriteAsync(
        async unit =>
        {
            var day = due?.ToString(DayFormat, CultureInfo.InvariantCulture);
            await unit.ExecuteAsync(
                day is null ? "DELETE FROM admin_review WHERE item_id = @id" : "INSERT INTO admin_review (item_id, due) VALUES (@id, @day) ON CONFLICT (item_id) DO UPDATE SET due = excluded.due",
                new { id = item.ContentItemId, day });
            await unit.ExecuteAsync(
                "INSERT INTO audit (utc, actor, verb, subject, culture, comment) VALUES (@now, @actor, 'review', @id, @culture, @day)",
                new { now = Utc.Column(time.GetUtcNow()), actor = actor.Name, id = item.ContentItemId, culture = item.Culture, day = day ?? "" });
            return true;
        },
        token);

    public async Task<DateOnly?> OfAsync(string itemId, CancellationToken token = default) =>
        await ListAsync("item_id = @itemId", new { itemId }, token) is [var review] ? review.Due : null;

    /// <summary>What is to be looked over by today, on the website's clock, the longest due first.</summary>
    public Task<IReadOnlyList<Review>> DueAsync(int limit, CancellationToken token = default)
    {
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), website.TimeZone).ToString(DayFormat, CultureInfo.InvariantCulture);
        return ListAsync("due <= @today ORDER BY due, item_id LIMIT @limit", new { today, limit }, token);
    }

    private Task<IReadOnlyList<Review>> ListAsync(string condition, object arguments, CancellationToken token) => database.ReadAsync<IReadOnlyList<Review>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Id, string Due)>($"SELECT item_id, due FROM admin_review WHERE {condition}", arguments);
            return [.. rows.Select(row => new Review(row.Id, DateOnly.ParseExact(row.Due, DayFormat, CultureInfo.InvariantCulture)))];
        },
        token);
}
