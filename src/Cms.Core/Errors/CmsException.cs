namespace Cms.Core.Errors;

/// <summary>An operation that can not go on: reaches one error page or <c>application/problem+json</c>, never a stack trace.</summary>
/// <param name="key">Key of the text in the PO files (context <c>errors</c>).</param>
/// <param name="status">HTTP status that the edge answers with.</param>
public class CmsException(string key, int status, params IReadOnlyList<object?> data) : Exception($"{key} ({string.Join(", ", data)})")
{
    public string Key { get; } = key;

    public int Status { get; } = status;

    public IReadOnlyList<object?> Arguments { get; } = data;
}

/// <summary>Input that broke rules: answered with 400 and every failure.</summary>
public sealed class RuleException(IReadOnlyList<Failure> failures) : CmsException("rules.broken", 400, string.Join("; ", failures.Select(f => $"{f.Field} {f.Key}")))
{
    public IReadOnlyList<Failure> Failures { get; } = failures;
}

/// <summary>A right that the caller lacks: 401 without a sign-in, 403 with one.</summary>
public sealed class AccessDeniedException(string permission, bool signedIn) : CmsException("access.denied", signedIn ? 403 : 401, permission);

/// <summary>A setting whose value can not be used: ends the start with one line that names key, value and mend, and exit code 2.</summary>
public sealed class SettingException(string setting, string? value, string mend) : Exception($"{setting} = \"{value}\": {mend}")
{
    public string Setting { get; } = setting;
}
