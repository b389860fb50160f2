namespace Cms.Web.Verbs;

/// <summary>The command line taken apart: settings for the configuration, and the words of a verb.</summary>
/// <param name="Settings">Every option before a verb; after it only <c>--Cms:…</c>, <c>--Logging:…</c>, <c>--Urls</c> and <c>--AllowedHosts</c>, since a verb has options of its own.</param>
internal sealed record CommandLine(IReadOnlyList<string> Settings, IReadOnlyList<string> Verb)
{
    private static readonly string[] _settings = ["--Cms:", "--Logging:", "--Urls", "--AllowedHosts"];

    public bool IsVerb => Verb.Count > 0;

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        List<string> settings = [], verb = [];
        for (var i = 0; i < args.Count; i++)
        {
            if (!IsSetting(args[i], afterVerb: verb.Count > 0))
            {
                verb.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!HasValue(args[i]) && i + 1 < args.Count)
            {
                settings.Add(args[++i]);
            }
        }

        return new CommandLine(settings, verb);
    }

    private static bool IsSetting(string arg, bool afterVerb) => afterVerb
        ? Array.Exists(_settings, s => arg.StartsWith(s, StringComparison.OrdinalIgnoreCase))
        : arg.StartsWith('-') || HasValue(arg);

    private static bool HasValue(string arg) => arg.Contains('=', StringComparison.Ordinal);
}
