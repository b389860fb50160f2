using System.Globalization;
using System.Reflection;
using System.Text;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Microsoft.AspNetCore.Identity;

namespace Cms.Users;

/// <summary>
/// What a password must be (ASVS 5.0, 6.2): 12 to 128 characters, no classes of characters asked for, and none that a guesser tries first: a common one,
/// one with figures or signs around it, a short piece repeated, or little more than names that belong to the account or the website.
/// </summary>
public sealed class PasswordRules(WebsiteSettings website) : IPasswordValidator<Account>
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    /// <summary>What must be left when the names that a guesser knows are taken out.</summary>
    private const int MinRest = 8;
    private const int ShortestName = 4;
    private static readonly Lazy<HashSet<string>> _common = new(ReadCommon);
    private static readonly string[] _names = ["departement", "conseil", "administration", "admin", "password", "motdepasse"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var failures = Check(password ?? "", user);
        return Task.FromResult(failures.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. failures.Select(f => new IdentityError { Code = f.Key, Description = f.Key })]));
    }

    /// <summary>Rules that the password breaks; empty for a good one.</summary>
    public IReadOnlyList<Failure> Check(string password, Account account)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < MinLength)
        {
            return [new Failure("password.too-short", null, MinLength)];
        }

        if (password.Length > MaxLength)
        {
            return [new Failure("password.too-long", null, MaxLength)];
        }

        var folded = Fold(password);
        return IsCommon(folded) || IsRepetition(folded) ? [new Failure("password.common")]
            : Rest(folded, account).Length < MinRest ? [new Failure("password.names")]
            : [];
    }

    private static bool IsCommon(string folded) => _common.Value.Contains(folded) || _common.Value.Contains(folded.Trim(_around));

    private static readonly char[] _around = [.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => !char.IsAsciiLetter(c))];

    /// <summary>True when the whole is a piece of at most half its length, over and over.</summary>
    private static bool IsRepetition(string folded)
    {
        for (var unit = 1; unit <= folded.Length / 2; unit++)
        {
            var repeats = true;
            for (var i = unit; i < folded.Length && repeats; i++)
            {
                repeats = folded[i] == folded[i - unit];
            }

            if (repeats && (unit < MinRest || _common.Value.Contains(folded[..unit])))
            {
                return true;
            }
        }

        return false;
    }

    private string Rest(string folded, Account account)
    {
        var names = _names.Concat([account.Name, account.Email?.Split('@')[0] ?? "", .. website.BaseUrl.Host.Split('.')])
            .Select(Fold)
            .Where(name => name.Length >= ShortestName)
            .OrderByDescending(name => name.Length);
        return names.Aggregate(folded, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));
    }

    /// <summary>Lower case without accents: É and e are one to a guesser.</summary>
    private static string Fold(string text) => string.Concat(text
        .ToLowerInvariant()
        .Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static HashSet<string> ReadCommon()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Fold).ToHashSet(StringComparer.Ordinal);
    }
}
