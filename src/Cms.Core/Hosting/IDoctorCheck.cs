namespace Cms.Core.Hosting;

/// <summary>One thing that the verb <c>doctor</c> looks after. Registered in the host, or by a module in its shell. It reads only.</summary>
public interface IDoctorCheck
{
    Task<IReadOnlyList<DoctorFinding>> FindAsync(CancellationToken token);
}

/// <summary>One line of the doctor's report.</summary>
/// <param name="IsError">True for what must be mended; false for what an operator should know.</param>
/// <param name="Subject">What it is about, in one or two words: <c>database</c>.</param>
/// <param name="Text">English sentence that says what is wrong and how to mend it.</param>
public sealed record DoctorFinding(bool IsError, string Subject, string Text);
