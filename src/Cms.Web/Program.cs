using Cms.Content;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Core.Modules;
using Cms.Data;
using Cms.Display;
using Cms.Search;
using Cms.Web;
using Cms.Web.Edge;
using Cms.Web.Settings;
using Cms.Web.Setup;
using Cms.Web.Verbs;
using Cms.Web.Verbs.Backup;

try
{
    ProcessDefaults.Apply();
    var line = CommandLine.Parse(args);
    if (!line.IsVerb)
    {
        _ = FirstPage.PrepareAsync();
    }

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. line.Settings], ContentRootPath = ContentRoot.Find(AppContext.BaseDirectory) });
    var settings = builder.AddWebsiteSettings();
    using var folder = DataFolder.Claim(settings, line.IsVerb);
    builder.AddEdge(settings);
    builder.AddKeys(settings);
    builder.AddLogs(line);
    builder.Host.UseDefaultServiceProvider(container => container.ValidateScopes = container.ValidateOnBuild = true);
    builder.Services
        .AddCmsData(builder.DatabaseSettings(settings, readOnly: folder is null))
        .AddContentHost()
        .AddCmsSearch()
        .AddShells(typeof(Program).Assembly, shells => shells.UseEngine(settings))
        .ShareWithShells<WebsiteSettings>()
        .ShareWithShells<CultureSettings>()
        .AddSetup()
        .AddVerbs();

    await using var website = builder.Build();
    website.UseEdge(settings);
    website.UseHealth();
    website.RunShells();
    if (folder is not null)
    {
        await website.Services.GetRequiredService<Restoration>().FinishAsync();
        await website.Services.PrepareStoreAsync();
    }

    return line.IsVerb ? await website.RunVerbAsync(line.Verb, isAlone: folder is not null) : await website.ServeAsync();
}
catch (Exception e) when (e is SettingException or ModuleException or SchemaTooNewException or MigrationFailedException or BackupException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.CanNotStart;
}
