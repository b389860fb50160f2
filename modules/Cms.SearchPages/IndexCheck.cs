using Cms.Core.Hosting;
using Cms.Data;
using Cms.Search.Index;

namespace Cms.SearchPages;

/// <summary>The search index: there, sound, and as far as the content. Beside a running website it may be on its way, so the check looks again for a while.</summary>
internal sealed class IndexCheck(SearchIndex index, IChangeLog changes, TimeProvider time) : IDoctorCheck
{
    private const int Looks = 20;
    private const int MostCounted = 1_000;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    public async Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token)
    {
        var fault = await FaultAsync(token);
        for (var look = 1; look < Looks && fault is not null; look++)
        {
            await Task.Delay(_pause, time, token);
            fault = await FaultAsync(token);
        }

        return fault is null ? [] : [new DoctorFinding(fault.IsError, "search", $"{fault.Text}; the website mends that when it starts")];
    }

    private async Task<Fault?> FaultAsync(CancellationToken token)
    {
        var condition = index.Inspect();
        if (!condition.Exists)
        {
            return new Fault("there is no search index", true);
        }

        if (condition.Fault is { } fault)
        {
            return new Fault($"the search index is damaged ({fault})", true);
        }

        if (SearchFollower.Parse(condition.Position) is not { } position)
        {
            return new Fault("the search index is not filled yet", true);
        }

        var behind = (await changes.ReadAsync(position, MostCounted, token)).Count;
        return behind == 0 ? null : new Fault(FormattableString.Invariant($"the search index is {behind}{(behind == MostCounted ? " or more" : "")} changes behind the content"), false);
    }

    /// <param name="IsError">False for what comes right by itself: an index that is sound and on its way.</param>
    private sealed record Fault(string Text, bool IsError);
}
