using Cms.Content.Recipes;
using Cms.Content.Store;
using Cms.Core;
using Cms.Core.Errors;
using Cms.Core.Security;

namespace Cms.Web.Setup;

/// <summary>
/// Sets a new website up from the recipe that <c>Cms:Setup:Recipe</c> names: all of it in one transaction, so that a process killed before the commit
/// begins again and one killed after it has nothing left to do. A website that is set up is never touched.
/// </summary>
internal sealed class SetupRunner(SettingsStore settings, RecipeCatalog catalog, RecipeRunner recipes, ReportPrinter printer, IConfiguration configuration)
{
    private const string RecipeKey = "Cms:Setup:Recipe";
    private const string PasswordKey = "Cms:Setup:AdminPassword";
    private const string DefaultRecipe = "departement";

    /// <exception cref="SettingException">There is no such recipe, it has errors, or the password is too weak.</exception>
    public async Task RunAsync(CancellationToken token)
    {
        if (await settings.FindAsync<SetupMark>(SetupMark.Document, token) is not null)
        {
            return;
        }

        var name = configuration[RecipeKey] is { Length: > 0 } chosen ? chosen : DefaultRecipe;
        var source = await FindAsync(name, token) ?? throw new SettingException(RecipeKey, name, $"name one of these recipes: {await NamesAsync(token)}");
        await Console.Out.WriteLineAsync($"Setting the website up from the recipe {name}.");
        var report = await RunAsync(source, token);
        await printer.PrintSummaryAsync(report);
        if (report.HasErrors)
        {
            throw new SettingException(RecipeKey, name, "the recipe has errors, named above; nothing was written");
        }

        await Console.Out.WriteLineAsync("The website is set up.");
        WorkSteps.Log.Reached("setup.done");
    }

    /// <summary>The operator's own recipe is given by its file.</summary>
    private async Task<RecipeSource?> FindAsync(string name, CancellationToken token) =>
        name.EndsWith(RecipeCatalog.Extension, StringComparison.OrdinalIgnoreCase) && File.Exists(name) ? await RecipeCatalog.ReadAsync(name, token) : await catalog.FindAsync(name, token: token);

    private async Task<RecipeReport> RunAsync(RecipeSource source, CancellationToken token)
    {
        var password = configuration[PasswordKey] is { Length: > 0 } chosen ? chosen : null;
        try
        {
            return await recipes.RunAsync(new RecipeRequest(source, Actor.System, Setup: new SetupRequest(password, AnnounceAsync), Progress: new ConsoleProgress(Console.Out)), token);
        }
        catch (RuleException e)
        {
            // Never the value: it would be in the log of whatever started the program.
            throw new SettingException(PasswordKey, "…", printer.Text(e));
        }
    }

    /// <summary>
    /// Standard output only: the log may be kept and read by others. A start that is killed before the website is set up leaves an announced password
    /// without an account; the next start announces another, and the last one serves.
    /// </summary>
    private static async Task AnnounceAsync(PreparedAccount account)
    {
        if (account.OneTimePassword is { } password)
        {
            await Console.Out.WriteLineAsync($"Account {account.UserName}, password {password}\nThe password is shown this once and serves when the website is set up; change it after the first sign-in.");
            await Console.Out.FlushAsync();
        }
    }

    private async Task<string> NamesAsync(CancellationToken token) =>
        string.Join(", ", (await catalog.ListAsync(token)).Where(r => r.IsSetupRecipe).Select(r => r.Name));
}
