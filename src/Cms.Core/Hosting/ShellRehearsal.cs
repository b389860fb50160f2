namespace Cms.Core.Hosting;

/// <summary>A shell that was built to plan with and never serves; disposing it ends the shell.</summary>
public sealed class ShellRehearsal : IAsyncDisposable
{
    private readonly Shell _shell;
    private readonly ShellLease _lease;
    private readonly ShellRetirement _retirement;

    internal ShellRehearsal(Shell shell, ShellRetirement retirement)
    {
        (_shell, _retirement) = (shell, retirement);
        _lease = shell.TryLease() ?? throw new InvalidOperationException("A new shell can always be leased.");
    }

    public ShellContext Shell => _shell.Context;

    /// <summary>Services of one scope of the shell.</summary>
    public IServiceProvider Services => _lease.Services;

    public async ValueTask DisposeAsync()
    {
        await _lease.DisposeAsync();
        await _retirement.DiscardAsync(_shell);
    }
}
