namespace Cms.Mail;

/// <summary>Takes a letter out of the house. What can not be sent now throws, and is tried again later.</summary>
internal interface IMailSender
{
    /// <param name="id">Names the letter; the same in every try, so that a recipient can tell a repetition.</param>
    Task SendAsync(string id, Letter letter, CancellationToken token);
}
