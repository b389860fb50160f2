using Cms.Core.Modules;

namespace Cms.Core.Hosting;

/// <summary>How the host builds its shells.</summary>
public sealed class ShellOptions
{
    private readonly List<Type> _engine = [];

    /// <summary>Startups of the engine, in every shell and before those of the features of equal order. Their assemblies' views come last.</summary>
    public IReadOnlyList<Type> EngineStartups => _engine;

    /// <summary>Paths asked of a new shell before its swap, so that the first visitor does not pay for building the route table.</summary>
    public IList<string> WarmUpPaths { get; } = ["/"];

    /// <summary>Scheme and host of the warming requests.</summary>
    public Uri BaseAddress { get; set; } = new("http://localhost/");

    /// <summary>How long a request waits for the first shell before it is asked to come back: a restart shows visitors a slow page, not an error.</summary>
    public TimeSpan FirstShellPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long requests of a replaced shell may go on before their connections are cut.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long requests whose connections were cut may take to notice before the shell is disposed under them.</summary>
    public TimeSpan AbortTimeout { get; set; } = TimeSpan.FromSeconds(5);

    public ShellOptions AddEngineStartup<T>()
        where T : StartupBase
    {
        _engine.Add(typeof(T));
        return this;
    }
}
