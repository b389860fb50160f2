using Cms.Core.Errors;
using Cms.Core.Localization;

namespace Cms.Users;

/// <summary>Why a form was refused: sentences, each beside its field where it has one.</summary>
public sealed record FormErrors(IReadOnlyList<(string? Field, string Text)> All)
{
    public static readonly FormErrors None = new([]);

    /// <summary>The sentence for a field; null for one that is right.</summary>
    public string? this[string field] => All.FirstOrDefault(error => error.Field == field).Text;

    public static FormErrors Of(string text, string? field = null) => new([(field, text)]);

    public static FormErrors Of(IEnumerable<Failure> failures, FailureText texts) => new([.. failures.Select(failure => (failure.Field, texts.Of(failure)))]);

    public static FormErrors Of(CmsException exception, FailureText texts) =>
        exception is RuleException broken ? Of(broken.Failures, texts) : new([(null, texts.Of(exception))]);
}

/// <summary>A sentence beside a field, which names it by <c>aria-describedby</c>.</summary>
public sealed record FieldError(string Id, string? Text);
