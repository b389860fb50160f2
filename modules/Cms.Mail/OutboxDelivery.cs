using Cms.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cms.Mail;

/// <summary>
/// Sends what waits, soon after it was committed. A letter that fails is tried again after a growing time, for sixteen hours in all. A process killed
/// between sending and noting it sends the letter a second time: better than never.
/// </summary>
internal sealed class OutboxDelivery(OutboxStore store, Outbox outbox, MailSettings settings, MailFolder folder, SmtpSender server, IChangeLog changes, ILogger<OutboxDelivery> log) : BackgroundService
{
    private static readonly TimeSpan _idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    private readonly IMailSender _sender = settings.Host is null ? folder : server;

    /// <summary>Minutes from each try to the next.</summary>
    private static readonly int[] _pauses = [5, 5, 15, 30, 60, 120, 240, 480, 720];

    /// <summary>Tries after which a letter is given up.</summary>
    internal static int MostTries => _pauses.Length;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wake = changes.WaitAsync(_idle, stoppingToken);
            await SendAllAsync(stoppingToken);
            await wake;
        }
    }

    private async Task SendAllAsync(CancellationToken token)
    {
        try
        {
            while (await store.TakeAsync(Pause, token) is { } letter)
            {
                await SendAsync(letter, token);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The store can not be read or written now: the letters are still there at the next look.
            Log.OutboxFailed(log, e);
        }
    }

    private async Task SendAsync(WaitingLetter waiting, CancellationToken token)
    {
        if (outbox.Open(waiting.Letter) is not { } letter)
        {
            Log.LetterUnreadable(log, waiting.Id);
            await store.GiveUpAsync(waiting.Id, token);
            return;
        }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(_longest);
            await _sender.SendAsync(waiting.Id, letter, limit.Token);
        }
        catch (Exception e) when (!token.IsCancellationRequested)
        {
            await FailedAsync(waiting, e, token);
            return;
        }

        await store.SentAsync(waiting.Id, token);
        Log.LetterSent(log, waiting.Id);
    }

    private async Task FailedAsync(WaitingLetter waiting, Exception e, CancellationToken token)
    {
        if (waiting.Tries < MostTries)
        {
            Log.LetterDelayed(log, e, waiting.Id, waiting.Tries, Pause(waiting.Tries));
            return;
        }

        Log.LetterGivenUp(log, e, waiting.Id, waiting.Tries);
        await store.GiveUpAsync(waiting.Id, token);
    }

    private static TimeSpan Pause(long tries) => TimeSpan.FromMinutes(_pauses[(int)Math.Min(tries, _pauses.Length) - 1]);
}
