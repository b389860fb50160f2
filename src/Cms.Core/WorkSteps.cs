using System.Diagnostics.Tracing;

namespace Cms.Core;

/// <summary>
/// Names the moments at which a killed process leaves different things on disk. Costs nothing while nobody listens; a diagnostic tool can
/// (<c>dotnet-trace --providers Cms-Work</c>), and tests that kill the program at each of them do.
/// </summary>
[EventSource(Name = SourceName)]
public sealed class WorkSteps : EventSource
{
    public const string SourceName = "Cms-Work";

    public static readonly WorkSteps Log = new();

    private WorkSteps()
    {
    }

    /// <param name="step">The subject and what was just done, such as <c>store.committed</c>.</param>
    [Event(1)]
    public void Reached(string step)
    {
        if (IsEnabled())
        {
            WriteEvent(1, step);
        }
    }
}
