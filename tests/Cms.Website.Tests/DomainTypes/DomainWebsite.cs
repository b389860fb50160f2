using System.Net;
using System.Text;
using Cms.Content.Recipes;
using Cms.Core.Security;
using Cms.Website.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Website.Tests.DomainTypes;

/// <summary>The website with a small recipe of programmes, places, events and what belongs to them, all under names that no other content has.</summary>
public sealed class DomainWebsite : IAsyncLifetime
{
    public SeededWebsite Site { get; } = new();

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        var report = await Site.Services.GetRequiredService<RecipeRunner>().RunAsync(
            new RecipeRequest(new RecipeSource("domain.recipe.json", Encoding.UTF8.GetBytes(DomainRecipe.Text), Site.DataPath), Actor.System, false));
        Assert.Empty(report.Problems.Where(problem => problem.IsError).Select(problem => $"{problem.Failure.Key} {problem.Failure.Field}"));
    }

    public Task DisposeAsync() => Site.DisposeAsync();

    /// <summary>The page at an address, as text; entities are resolved so that a test can say what a visitor reads.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var answer = await Site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await Site.Client.GetAsync(path);
        return answer.StatusCode;
    }
}

[CollectionDefinition(Name)]
public sealed class DomainTests : ICollectionFixture<DomainWebsite>
{
    public const string Name = "domain types";
}
