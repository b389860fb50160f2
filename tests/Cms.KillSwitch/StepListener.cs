using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace Cms.KillSwitch;

/// <summary>Hears the steps of the product's work, on the thread that reached them, and ends the process at one of them as <c>kill -9</c> does.</summary>
internal sealed class StepListener(StepOrder order) : EventListener
{
    private const string SourceName = "Cms-Work";
    private readonly Lock _gate = new();
    private int _times;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == SourceName)
        {
            EnableEvents(eventSource, EventLevel.LogAlways);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.Payload is [string step] && File.Exists(order.Armed))
        {
            lock (_gate)
            {
                Reached(step);
            }
        }
    }

    private void Reached(string step)
    {
        if (order.Record is not null)
        {
            File.AppendAllLines(order.Record, [step]);
        }

        if (step == order.Step && ++_times == order.Time)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
