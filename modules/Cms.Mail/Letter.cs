using Cms.Core.Errors;

namespace Cms.Mail;

/// <summary>A plain text to one person.</summary>
public sealed record Letter
{
    private const int MaxSubject = 200;

    /// <exception cref="CmsException">400: the address is not one address, or the subject is not one line.</exception>
    public Letter(string to, string subject, string text, string culture)
    {
        if (!MailAddresses.IsOne(to))
        {
            throw new CmsException("mail.address", 400);
        }

        if (string.IsNullOrWhiteSpace(subject) || subject.Length > MaxSubject || subject.Any(char.IsControl))
        {
            throw new CmsException("mail.subject", 400, MaxSubject);
        }

        (To, Subject, Text, Culture) = (to, subject, text, culture);
    }

    public string To { get; }

    public string Subject { get; }

    public string Text { get; }

    /// <summary>Language of subject and text.</summary>
    public string Culture { get; }
}
