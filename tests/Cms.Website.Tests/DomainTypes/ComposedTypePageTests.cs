using System.Text;
using Cms.Content.Recipes;
using Cms.Core.Security;
using Cms.Website.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.DomainTypes;

/// <summary>A type that was composed at run time, shown by the generic templates.</summary>
[Collection(DomainTests.Name)]
public sealed class ComposedTypePageTests(DomainWebsite website)
{
    [Theory]
    [InlineData("fr", "salles/grande-salle", "Oui", "Non")]
    [InlineData("en", "halls/great-hall", "Yes", "No")]
    public async Task Yes_and_no_are_words(string culture, string path, string yes, string no)
    {
        await ComposeAsync();

        var page = await website.Site.PageAsync($"/{culture}/{path}");

        var facts = page.QuerySelectorAll("main dl.facts dd").Select(fact => fact.TextContent.Trim()).ToList();
        Assert.Equal((1, 1), (facts.Count(fact => fact == yes), facts.Count(fact => fact == no)));
        Assert.Equal(yes, page.QuerySelectorAll("main table td").Single().TextContent.Trim());
    }

    private async Task ComposeAsync()
    {
        var text = Of(
            """
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Hall", "DisplayName": "Hall", "Settings": { "CmsTypeSettings": { "Paths": { "fr": "salles/{slug}", "en": "halls/{slug}" } } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" }, { "PartName": "Hall", "Name": "Hall" } ] } ],
              "ContentParts": [ { "Name": "Hall", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "BooleanField", "Name": "Heated", "Settings": { "CmsFieldSettings": { "Shared": true } } },
                { "FieldName": "BooleanField", "Name": "Seated", "Settings": { "CmsFieldSettings": { "Shared": true } } },
                { "FieldName": "ListField", "Name": "Doors", "Settings": { "CmsFieldSettings": { "RowFields": [ { "FieldName": "BooleanField", "Name": "Wide", "Settings": { "CmsFieldSettings": { "Shared": true } } } ] } } } ] } ] }
            """,
            Items(Hall("fr", "Grande salle"), Hall("en", "Great hall")));
        var report = await website.Site.Services.GetRequiredService<RecipeRunner>().RunAsync(
            new RecipeRequest(new RecipeSource("halls.recipe.json", Encoding.UTF8.GetBytes(text), null), Actor.System));
        Assert.Empty(report.Problems.Where(problem => problem.IsError).Select(problem => problem.Failure.Key));
    }

    private static string Hall(string culture, string title) =>
        $$"""
        { "ContentItemId": "hall-{{culture}}", "ContentType": "Hall", "TitlePart": { "Title": "{{title}}" }, "LocalizationPart": { "LocalizationSet": "hall", "Culture": "{{culture}}" },
          "Hall": { "Heated": { "Value": true }, "Seated": { "Value": false }, "Doors": { "Rows": [ { "Id": "north", "Wide": { "Value": true } } ] } } }
        """;
}
