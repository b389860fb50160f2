using Cms.Content.Items;
using Cms.Core.Hosting;
using Cms.Data;
using Dapper;

namespace Cms.Content.Doctor;

/// <summary>Addresses that lead nowhere, and published content that no address leads to.</summary>
internal sealed class AddressCheck(IDatabase database) : IDoctorCheck
{
    private const string Subject = "address";
    private const int Most = 20;

    public async Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token) =>
    [
        .. await FindAsync(
            "content_route r LEFT JOIN content_set s ON s.set_id = r.set_id WHERE s.set_id IS NULL",
            "leads to nothing; delete its row of content_route",
            token),
        .. await FindAsync(
            """
            content_route r WHERE r.redirect = 1 AND NOT EXISTS
            (SELECT 1 FROM content_route n WHERE n.set_id = r.set_id AND n.culture = r.culture AND n.redirect = 0)
            """,
            "is an old address of something that has no new one; publish that again",
            token),
        .. await FindAsync(
            """
            content_live r WHERE r.published = 1 AND r.path IS NOT NULL AND NOT EXISTS
            (SELECT 1 FROM content_route n WHERE n.culture = r.culture AND n.path = r.path AND n.set_id = r.set_id AND n.redirect = 0)
            """,
            "is the address of published content and does not lead there; publish the content again",
            token),
    ];

    private async Task<IEnumerable<DoctorFinding>> FindAsync(string rows, string what, CancellationToken token)
    {
        var found = await database.ReadAsync(c => c.QueryAsync<(string Culture, string Path)>($"SELECT r.culture, r.path FROM {rows} ORDER BY r.culture, r.path LIMIT @Most", new { Most }), token);
        return found.Select(row => new DoctorFinding(true, Subject, $"{ContentPath.Url(row.Culture, row.Path)} {what}"));
    }
}
