using System.Text;
using Cms.Content.Recipes;
using Cms.Core.Security;
using Cms.Website.Tests.Api;
using Cms.Website.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.OpenData;

/// <summary>Columns of a table whose type has a field that is called as a column which every table has.</summary>
public sealed class ColumnTests(SeededWebsite website) : IClassFixture<SeededWebsite>
{
    [Theory]
    [InlineData("/fr/depots.csv", ';', "Adresse", "Adresse (Depot)")]
    [InlineData("/en/depots.csv", ',', "Address", "Address (Depot)")]
    public async Task No_two_columns_have_one_name(string path, char separator, string page, string field)
    {
        await ComposeAsync();

        using var answer = await website.VisitAsync(path);
        var columns = (await answer.Content.ReadAsStringAsync()).Split("\r\n")[0].TrimStart('\uFEFF').Split(separator);

        Assert.Contains(page, columns);
        Assert.Contains(field, columns);
        Assert.Equal(columns.Distinct(), columns);
    }

    private async Task ComposeAsync()
    {
        var text = Of(
            """
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Depot", "DisplayName": "Depot",
                "Settings": { "CmsTypeSettings": { "Paths": { "fr": "depots/{slug}", "en": "depots/{slug}" }, "ListPaths": { "fr": "depots", "en": "depots" } } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" }, { "PartName": "Depot", "Name": "Depot" } ] } ],
              "ContentParts": [ { "Name": "Depot", "ContentPartFieldDefinitionRecords": [ { "FieldName": "AddressField", "Name": "Address", "Settings": { "CmsFieldSettings": { "Shared": true } } } ] } ] }
            """);
        var report = await website.Services.GetRequiredService<RecipeRunner>().RunAsync(
            new RecipeRequest(new RecipeSource("depots.recipe.json", Encoding.UTF8.GetBytes(text), null), Actor.System));
        Assert.Empty(report.Problems.Where(problem => problem.IsError).Select(problem => problem.Failure.Key));
    }
}
