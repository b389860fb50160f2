using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cms.Data;

namespace Cms.Content.Recipes;

/// <summary>Paths of media files that a run brings, for the references of its content.</summary>
internal sealed class PlannedMedia
{
    public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);
}

/// <summary>Puts files into the media folder (Orchard Core: MediaStep): from the recipe's own text or from files beside it, never from another host.</summary>
internal sealed class MediaStep(MediaFiles files, PlannedMedia planned, IChangeLog changes) : IRecipeStep
{
    private const int MaxBytes = 100 * 1024 * 1024;
    private readonly List<(string Path, Func<Stream> Open)> _open = [];

    public string Name => "media";

    public RecipePhase Phase => RecipePhase.Content;

    public async Task PlanAsync(RecipePlan plan, RecipeStep step, CancellationToken token)
    {
        foreach (var element in step.Elements("Files"))
        {
            var json = element.Json() as JsonObject ?? [];
            var path = Text(json, "TargetPath") ?? Text(json, "Path") ?? "";
            if (files.Find(path) is null)
            {
                plan.Error(step, element.Line, "media.path", path);
            }
            else if (!planned.Paths.Add(path))
            {
                plan.Error(step, element.Line, "media.repeated", path);
            }
            else if (Content(plan, step, element.Line, json) is { } open)
            {
                await PlanAsync(plan, step, element.Line, path, open, token);
            }
        }
    }

    public Task FinishAsync(RecipePlan plan, CancellationToken token)
    {
        if (_open.Count == 0)
        {
            return Task.CompletedTask;
        }

        var staged = new List<StagedFile>();
        plan.BeforeWrite(async stop =>
        {
            foreach (var (path, open) in _open)
            {
                await using var content = open();
                staged.Add(await files.StageAsync(path, content, stop));
            }
        });
        plan.Write(async unit =>
        {
            await MediaFiles.RecordAsync(unit, staged);
            foreach (var file in staged)
            {
                await changes.AppendAsync(unit, new ChangeLogEntry(ChangeLogEntry.Kinds.Media, "put", Subject: file.Path));
            }
        });
        plan.AfterCommit(files.FinishAsync);
        return Task.CompletedTask;
    }

    private async Task PlanAsync(RecipePlan plan, RecipeStep step, int line, string path, Func<Stream> open, CancellationToken token)
    {
        byte[] hash;
        await using (var content = open())
        {
            hash = await SHA256.HashDataAsync(content, token);
        }

        if (await files.HoldsAsync(path, hash, token))
        {
            plan.Left(step, line, "media", path);
            return;
        }

        _open.Add((path, open));
        if (files.Exists(path))
        {
            plan.Changed(step, line, "media", path, ["content"]);
        }
        else
        {
            plan.Created(step, line, "media", path);
        }
    }

    private static Func<Stream>? Content(RecipePlan plan, RecipeStep step, int line, JsonObject json)
    {
        if (Text(json, "Base64") is { } base64)
        {
            var buffer = new byte[base64.Length];
            if (Convert.TryFromBase64String(base64, buffer, out var length))
            {
                return () => new MemoryStream(buffer, 0, length, writable: false);
            }

            plan.Error(step, line, "media.base64");
        }
        else if (Text(json, "SourcePath") is { } source)
        {
            return Beside(step.Recipe.Folder, source) is { } file && new FileInfo(file) is { Exists: true, LinkTarget: null, Length: <= MaxBytes }
                ? () => File.OpenRead(file)
                : Refuse(plan, step, line, "media.source", source);
        }
        else
        {
            return Refuse(plan, step, line, json.ContainsKey("SourceUrl") ? "media.source-url" : "media.no-source", Text(json, "SourceUrl"));
        }

        return null;
    }

    private static Func<Stream>? Refuse(RecipePlan plan, RecipeStep step, int line, string key, string? data)
    {
        plan.Error(step, line, key, data);
        return null;
    }

    /// <summary>A file in the recipe's folder or below it; null for any other.</summary>
    private static string? Beside(string? folder, string source)
    {
        if (folder is null || source.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var root = Path.GetFullPath(folder);
        var file = Path.GetFullPath(source, root);
        return file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? file : null;
    }

    private static string? Text(JsonObject json, string member) => json[member] is JsonValue value ? value.ToString() : null;
}
