using System.Globalization;

namespace Cms.KillSwitch;

/// <summary>What the test asked for, in environment variables of the process.</summary>
/// <param name="Armed">Steps count from when this file exists, so that a website can be started first.</param>
/// <param name="Record">A file to which each step is added as a line; null for none.</param>
/// <param name="Step">The step at which the process ends; null for none.</param>
/// <param name="Time">The how-manieth time that step is reached, from 1.</param>
public sealed record StepOrder(string Armed, string? Record, string? Step, int Time)
{
    public const string ArmedVariable = "CMS_KILL_ARMED";
    public const string RecordVariable = "CMS_KILL_RECORD";
    public const string StepVariable = "CMS_KILL_STEP";
    public const string TimeVariable = "CMS_KILL_TIME";

    internal static StepOrder FromEnvironment() => new(
        Environment.GetEnvironmentVariable(ArmedVariable) ?? throw new InvalidOperationException($"{ArmedVariable} is not set."),
        Environment.GetEnvironmentVariable(RecordVariable),
        Environment.GetEnvironmentVariable(StepVariable),
        int.Parse(Environment.GetEnvironmentVariable(TimeVariable) ?? "1", CultureInfo.InvariantCulture));
}
