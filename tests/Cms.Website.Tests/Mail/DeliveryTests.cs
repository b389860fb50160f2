using Cms.Core.Hosting;
using Cms.Data;
using Cms.Mail;
using Cms.Website.Tests.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Website.Tests.Mail;

/// <summary>Letters on their way to a folder and to a mail server.</summary>
public sealed class DeliveryTests(DeliveryTests.ServedSite served, UserSite site) : IClassFixture<DeliveryTests.ServedSite>, IClassFixture<UserSite>
{
    private const string Subject = "Été à l’Élysée – une ligne assez longue pour plusieurs mots codés";

    [Fact]
    public async Task Letter_is_a_file_that_mail_programs_read()
    {
        await PostAsync(site, new Letter("reader@example.org", Subject, "Bonjour,\n\nvoilà.", "fr"));
        var text = await site.LetterAsync("reader@example.org");

        var lines = text.Split("\r\n");
        var subject = string.Concat(lines.SkipWhile(line => !line.StartsWith("Subject: ", StringComparison.Ordinal)).TakeWhile((line, i) => i == 0 || line.StartsWith(' '))
            .Select(line => line[(line.IndexOf("?B?", StringComparison.Ordinal) + 3)..^2]).Select(Convert.FromBase64String).Select(System.Text.Encoding.UTF8.GetString));
        Assert.Equal(Subject, subject);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 78));
        Assert.EndsWith("\r\n\r\nBonjour,\r\n\r\nvoilà.\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nAuto-Submitted: auto-generated\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_that_the_server_refuses_is_tried_again_and_sent_once()
    {
        served.Server.Refuses = true;
        var before = served.Server.Refused;
        await PostAsync(served, new Letter("patient@example.org", Subject, "Bonjour.", "fr"));
        await UntilAsync(() => Task.FromResult(Math.Min(1L, served.Server.Refused - before)));

        served.Server.Refuses = false;
        served.Time.Advance(TimeSpan.FromMinutes(6));
        await UntilAsync(() => served.CountAsync("SELECT COUNT(*) FROM mail_outbox WHERE state = 'sent' AND tries = 2 AND letter = ''"));

        Assert.Equal(["MAIL FROM:<noreply@localhost>", "RCPT TO:<patient@example.org>"], Assert.Single(served.Server.Letters).Select(line => line.Split(' ')[0] + " " + line.Split(' ')[1]));
    }

    [Fact]
    public async Task Letter_is_given_up_after_nine_tries_and_doctor_says_so()
    {
        served.Server.Refuses = true;
        await PostAsync(served, new Letter("lost@example.org", Subject, "Bonjour.", "fr"));
        for (var i = 1; i < 9; i++)
        {
            await UntilAsync(() => served.CountAsync($"SELECT COUNT(*) FROM mail_outbox WHERE state = 'waiting' AND tries = {i}"));
            served.Time.Advance(TimeSpan.FromHours(13));
        }

        await UntilAsync(() => served.CountAsync("SELECT COUNT(*) FROM mail_outbox WHERE state = 'given-up' AND letter = ''"));
        await served.RunAsync<IServiceProvider>(async services =>
        {
            var findings = new List<DoctorFinding>();
            foreach (var check in services.GetServices<IDoctorCheck>())
            {
                findings.AddRange(await check.FindAsync(default));
            }

            Assert.Contains(findings, finding => finding.Subject == "mail" && finding.Text.StartsWith("1 letter(s)", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Letter_of_a_transaction_that_fails_does_not_leave()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync(site, new Letter("nobody@example.org", Subject, "Bonjour.", "fr"), fail: true));
        Assert.Equal(0, await site.CountAsync("SELECT COUNT(*) FROM mail_outbox WHERE state = 'waiting'"));
    }

    private static Task PostAsync(UserSite site, Letter letter, bool fail = false) => site.RunAsync<Outbox>(async outbox =>
    {
        var outgoing = outbox.Seal(letter);
        await site.RunAsync<IDatabase>(database => database.WriteAsync(async unit =>
        {
            await outbox.AddAsync(unit, outgoing);
            if (fail)
            {
                throw new InvalidOperationException("test");
            }
        }));
    });

    private static async Task UntilAsync(Func<Task<long>> count)
    {
        for (var i = 0; i < 300 && await count() != 1; i++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(1, await count());
    }

    public sealed class ServedSite : UserSite
    {
        internal MailServer Server { get; } = new();

        protected override IEnumerable<(string Key, string Value)> Settings =>
            [("Cms:Mail:Host", "127.0.0.1"), ("Cms:Mail:Port", Server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))];

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
