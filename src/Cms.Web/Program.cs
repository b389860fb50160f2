using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Modules;
using Cms.Web;
using Cms.Web.Edge;
using Cms.Web.Settings;
using Cms.Web.Verbs;

try
{
    ProcessDefaults.Apply();
    var line = CommandLine.Parse(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. line.Settings], ContentRootPath = ContentRoot.Find(AppContext.BaseDirectory) });
    var settings = builder.AddWebsiteSettings();
    builder.AddEdge(settings);
    builder.AddKeys(settings);
    builder.AddLogs(line);
    builder.Host.UseDefaultServiceProvider(container => container.ValidateScopes = container.ValidateOnBuild = true);
    builder.Services
        .AddShells(typeof(Program).Assembly, shells => shells.BaseAddress = settings.BaseUrl)
        .ShareWithShells<WebsiteSettings>()
        .AddVerbs();

    await using var website = builder.Build();
    website.UseEdge(settings);
    website.UseHealth();
    website.RunShells();
    return line.IsVerb ? await website.RunVerbAsync(line.Verb) : await website.ServeAsync();
}
catch (Exception e) when (e is SettingException or ModuleException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.CanNotStart;
}
