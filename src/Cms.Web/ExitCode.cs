namespace Cms.Web;

/// <summary>What the process answers to its caller, besides 0.</summary>
internal static class ExitCode
{
    /// <summary>A verb is unknown or did not do what was asked.</summary>
    public const int Failed = 1;

    /// <summary>A setting or a module keeps the program from starting.</summary>
    public const int CanNotStart = 2;
}
