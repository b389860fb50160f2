using Cms.KillSwitch;

/// <summary>The runtime calls it before the program's own first line, where <c>DOTNET_STARTUP_HOOKS</c> names this assembly. Its name and its missing namespace are the runtime's rule.</summary>
internal static class StartupHook
{
    private static readonly StepListener _listener = new(StepOrder.FromEnvironment());

    public static void Initialize() => GC.KeepAlive(_listener);
}
