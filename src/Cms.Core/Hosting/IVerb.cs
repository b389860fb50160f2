namespace Cms.Core.Hosting;

/// <summary>
/// An operator's command, <c>Cms.Web NAME …</c>. Registered in the host, or by a module in its shell; then the shell is built for it, without
/// listener and background services.
/// </summary>
public interface IVerb
{
    /// <summary>One or more words: <c>recipe run</c>. The longest name that the command line begins with wins.</summary>
    string Name { get; }

    /// <summary>Arguments and purpose on one line: <c>FILE [--dry-run]: runs a recipe</c>.</summary>
    string Usage { get; }

    /// <summary>
    /// Address of the administration page that does the same while the website runs, for then a verb that writes is refused; null for a verb that only
    /// reads, which gets a store that can not be written to when the website runs.
    /// </summary>
    /// <param name="arguments">What follows the name, without settings.</param>
    string? PageInstead(IReadOnlyList<string> arguments) => "/admin";

    /// <param name="arguments">What follows the name, without settings.</param>
    /// <returns>Exit code: 0 when it did what was asked.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token);
}
