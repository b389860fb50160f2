using Cms.Core.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Website.Tests.Shell;

public sealed class WebsiteFactoryTests
{
    [Fact]
    public async Task Website_starts_in_a_test_server()
    {
        var data = Directory.CreateTempSubdirectory("cms-");
        await using (var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder.UseSetting("Cms:DataPath", data.FullName)))
        {
            using var client = factory.CreateClient();
            await factory.Services.GetRequiredService<ShellHost>().Ready;

            using var response = await client.GetAsync("/nowhere");

            Assert.Equal(404, (int)response.StatusCode);
            Assert.True(response.Headers.Contains("Content-Security-Policy"));
            Assert.True(Directory.Exists(Path.Combine(data.FullName, "keys")));
        }

        data.Delete(recursive: true);
    }
}
