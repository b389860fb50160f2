using System.Globalization;
using Cms.Content.Recipes;

namespace Cms.Web.Setup;

/// <summary>Prints how far a run has come, in about twenty lines for each stage however long it is.</summary>
internal sealed class ConsoleProgress(TextWriter output) : IProgress<RecipeProgress>
{
    private const int Lines = 20;

    public void Report(RecipeProgress value)
    {
        if (value.Done == value.Total || value.Done % ((value.Total + Lines - 1) / Lines) == 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(value.Stage == "check" ? "Checking content" : "Writing")} {value.Done}/{value.Total}"));
        }
    }
}
