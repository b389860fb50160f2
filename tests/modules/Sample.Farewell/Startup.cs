using Cms.Core.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sample.Greeting;

namespace Sample.Farewell;

public sealed class Startup : StartupBase
{
    public override void ConfigureEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/farewell", (Greeter greeter) => $"goodbye after {greeter.Hello}");
}
