using Cms.Content;
using Cms.Core.Hosting;
using Cms.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Mail;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddMigrations<Migrations>()
        .AddSingleton<MailSettings>()
        .AddSingleton<Outbox>()
        .AddSingleton<OutboxStore>()
        .AddSingleton<MailFolder>()
        .AddSingleton<SmtpSender>()
        .AddHostedService<OutboxDelivery>()
        .AddScoped<IDoctorCheck, OutboxCheck>();
}
