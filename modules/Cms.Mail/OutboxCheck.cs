using Cms.Core.Hosting;

namespace Cms.Mail;

/// <summary>Tells the operator about letters that did not leave.</summary>
internal sealed class OutboxCheck(OutboxStore store) : IDoctorCheck
{
    public async Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token)
    {
        var (givenUp, delayed) = await store.TroublesAsync(token);
        List<DoctorFinding> findings = [];
        if (givenUp > 0)
        {
            findings.Add(new DoctorFinding(false, "mail", FormattableString.Invariant($"{givenUp} letter(s) of the last 30 days were given up; the log says why. Look at Cms:Mail, then let people ask again")));
        }

        if (delayed > 0)
        {
            findings.Add(new DoctorFinding(false, "mail", FormattableString.Invariant($"{delayed} letter(s) could not be sent yet and are tried again; the log says why")));
        }

        return findings;
    }
}
