using System.Globalization;
using Cms.Content.Recipes;
using Cms.Core.Errors;
using Cms.Core.Localization;

namespace Cms.Web.Setup;

/// <summary>Puts problems and plans of recipes into words for the console.</summary>
internal sealed class ReportPrinter(FailureText texts)
{
    public string Text(CmsException exception) => Sentence(texts.Of(exception), exception.Key, exception.Arguments);

    /// <summary>Errors go to the error output, so that a script sees them apart from the plan.</summary>
    public async Task PrintProblemsAsync(RecipeReport report)
    {
        foreach (var problem in report.Problems)
        {
            await Console.Error.WriteLineAsync($"{problem.Place}: {(problem.IsError ? "error" : "warning")}: {Text(problem.Failure)}");
        }
    }

    /// <summary>Every error, and of warnings of one kind in one step the first: the first start is no place for long lists.</summary>
    public async Task PrintSummaryAsync(RecipeReport report)
    {
        await PrintProblemsAsync(report with { Problems = [.. report.Problems.Where(p => p.IsError)] });
        foreach (var alike in report.Problems.Where(p => !p.IsError).GroupBy(p => (p.File, p.Step, p.Failure.Key)))
        {
            var more = alike.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({alike.Count() - 1} more like it)") : "";
            await Console.Error.WriteLineAsync($"{alike.First().Place}: warning: {Text(alike.First().Failure)}{more}");
        }
    }

    public static async Task PrintPlanAsync(RecipeReport report)
    {
        foreach (var line in report.Lines.Where(l => l.Change != RecipeChange.Left))
        {
            var fields = line.Fields.Count > 0 ? $": {string.Join(", ", line.Fields)}" : "";
            await Console.Out.WriteLineAsync($"{line.Change.ToString().ToLowerInvariant()} {line.Kind} {line.Subject}{fields}");
        }

        var counts = Enum.GetValues<RecipeChange>().Select(change => $"{report.Lines.Count(l => l.Change == change).ToString(CultureInfo.InvariantCulture)} {change.ToString().ToLowerInvariant()}");
        await Console.Out.WriteLineAsync(string.Join(", ", counts));
    }

    private string Text(Failure failure)
    {
        var text = Sentence(texts.Of(failure), failure.Key, failure.Data);
        return failure.Field is null ? text : $"{failure.Field}: {text}";
    }

    /// <summary>A key without a text still says what it is about.</summary>
    private static string Sentence(string text, string key, IReadOnlyList<object?> data) => text == key && data.Count > 0 ? $"{key} ({string.Join(", ", data)})" : text;
}
