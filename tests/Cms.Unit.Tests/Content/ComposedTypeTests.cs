using System.Text.Json.Nodes;
using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Types;

namespace Cms.Unit.Tests.Content;

/// <summary>Types composed from Orchard Core's ContentDefinition JSON.</summary>
public sealed class ComposedTypeTests
{
    private const string Part =
        """
        { "Name": "Room", "Settings": { "ContentPartSettings": { "Attachable": false } }, "ContentPartFieldDefinitionRecords": [
          { "FieldName": "TextField", "Name": "Code", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Numéro" }, "TextFieldSettings": { "Required": true }, "CmsFieldSettings": { "Shared": true, "Indexed": true, "Natural": true, "Options": ["a-1", "b-2"] } } },
          { "FieldName": "LocalizationSetContentPickerField", "Name": "Near" },
          { "FieldName": "UnheardOfField", "Name": "Odd" },
          { "FieldName": "ListField", "Name": "Prices", "Settings": { "CmsFieldSettings": { "RowFields": [
            { "FieldName": "TextField", "Name": "Label" }, { "FieldName": "MoneyField", "Name": "Price", "Settings": { "CmsFieldSettings": { "Shared": true } } } ] } } } ] }
        """;

    private const string Type =
        """
        { "Name": "Room", "DisplayName": "Salle", "Settings": { "ContentTypeSettings": { "Creatable": false, "Listable": true }, "CmsTypeSettings": { "PluralName": "Salles", "Paths": { "fr": "salles/{slug}" }, "SlugField": "Room.Code" }, "Other": 1 },
          "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "Room", "Name": "Room" }, { "PartName": "Missing", "Name": "Missing" } ] }
        """;

    private readonly PartDefinition _part;
    private readonly ContentTypeDefinition _type;

    public ComposedTypeTests()
    {
        var stored = new StoredDefinitions([Json(Type)], [Json(Part)]);
        _part = Assert.Single(stored.Parts);
        _type = Assert.Single(stored.Types(name => name == "Room" ? _part : Samples.Type.Part(name)));
    }

    [Fact]
    public void Names_settings_and_parts_are_taken_over_and_kept_for_export()
    {
        Assert.Equal(("Room", "Salle", "Salles", "salles/{slug}", "Room.Code"), (_type.Name, _type.DisplayName, _type.PluralName, _type.Paths["fr"], _type.SlugField));
        Assert.Equal((false, true, true), (_type.Creatable, _type.Listable, _type.IsComposed));
        Assert.Equal(["TitlePart", "Room"], _type.Parts.Select(part => part.Name));
        Assert.Equal("1", _type.Settings!["Other"]!.ToJsonString());
    }

    [Fact]
    public void Fields_say_what_their_settings_say_and_unheard_of_ones_are_left_out()
    {
        Assert.Equal(["Code", "Near", "Prices"], _part.Fields.Select(field => field.Name));
        var code = _part.Find("Code")!;
        Assert.Equal((true, true, true, true, "Numéro"), (code.Shared, code.Indexed, code.Natural, code.Required, code.Label));
        Assert.Equal(["a-1", "b-2"], code.Options);
        Assert.Empty(_part.Find("Near")!.Options);
        Assert.Equal((nameof(ContentPickerField), "Near"), (_part.Find("Near")!.FieldType, _part.Find("Near")!.Label));
        Assert.Equal([("Label", false), ("Price", true)], _part.Find("Prices")!.RowFields.Select(field => (field.Name, field.Shared)));
    }

    [Fact]
    public void A_composed_part_is_read_and_written_like_one_of_a_module()
    {
        const string Own = """{"Near":{"LocalizationSets":["s1"]},"Prices":{"Rows":[{"Id":"b","Label":{"Text":"Journée"}},{"Id":"a","Label":{"Text":"Heure"}}]},"Kept":1.50}""";
        const string Shared = """{"Code":{"Text":"12"},"Prices":{"Rows":[{"Id":"a","Price":{"Amount":9.90,"Currency":"EUR"}},{"Id":"b"}]}}""";

        var part = PartSerializer.Read(_part, Samples.Bytes(Own), Samples.Bytes(Shared));

        Assert.Equal("12", Assert.IsType<TextField>(_part.Find("Code")!.Field(part)).Text);
        var list = _part.Find("Prices")!;
        var row = Assert.IsAssignableFrom<ListField>(list.Field(part)).Items[0];
        Assert.Equal(("a", "Heure", 9.90m), (row.Id, ((TextField)list.RowFields[0].Field(row)!).Text, ((MoneyField)list.RowFields[1].Field(row)!).Amount));
        var (own, shared) = Samples.Write(part, _part);
        Assert.Equal("""{"Near":{"LocalizationSets":["s1"]},"Prices":{"Rows":[{"Id":"a","Label":{"Text":"Heure"}},{"Id":"b","Label":{"Text":"Journée"}}]},"Kept":1.50}""", own);
        Assert.Equal(Shared, shared);
    }

    [Fact]
    public void Values_are_set_and_cleared_without_properties()
    {
        var part = _part.Create();
        var code = _part.Find("Code")!;

        code.Set(part, new TextField { Text = "7" });
        Assert.Equal("""{"Code":{"Text":"7"}}""", Samples.Write(part, _part).Shared);
        code.Set(part, null);
        Assert.Equal(("{}", "{}"), Samples.Write(part, _part));
    }

    [Fact]
    public void An_added_field_of_a_module_part_survives_an_alteration_by_the_module()
    {
        var extended = new PartDefinition(nameof(TitlePart), typeof(TitlePart), [.. Samples.Type.Part(nameof(TitlePart))!.Fields, .. _part.Fields.Where(field => field.Name == "Near")]);
        var item = Samples.Item("""{"TitlePart":{"Title":"T","Near":{"LocalizationSets":["s1"]}}}""", type: Samples.Type with { Parts = [extended] });
        _ = item.Part(extended);

        item.Alter<TitlePart>(part => part.Title = "U");

        Assert.Equal("""{"TitlePart":{"Title":"U","Near":{"LocalizationSets":["s1"]}}}""", Samples.Saved(item).Own);
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
