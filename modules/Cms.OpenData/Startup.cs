using Cms.Core.Modules;
using Cms.Display.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.OpenData;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddSingleton(new ListFile(DataEndpoints.Csv, DataEndpoints.CsvType, "Table of this list (CSV)") { IsData = true })
        .AddSingleton(new ListFile(DataEndpoints.GeoJson, DataEndpoints.GeoJsonType, "Points of this list (GeoJSON)") { IsData = true, NeedsPositions = true })
        .AddScoped<ListReader>()
        .AddSingleton<CsvText>()
        .AddScoped<CsvTable>()
        .AddScoped<GeoJson>();

    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapData();
}
