namespace Cms.Core.Security;

/// <summary>
/// Where somebody's rights to change content hold: only at these publishers, only in these languages. Rights to see published content and to manage the
/// website know no scope.
/// </summary>
/// <param name="Publishers">Localization sets of publishers; null for all, and for what has none.</param>
/// <param name="Cultures">Languages; null for all.</param>
public sealed record ActorScope(IReadOnlySet<string>? Publishers, IReadOnlySet<string>? Cultures)
{
    public static readonly ActorScope Everything = new(null, null);
}
