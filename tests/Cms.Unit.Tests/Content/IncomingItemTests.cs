using System.Text;
using System.Text.Json;

namespace Cms.Unit.Tests.Content;

public sealed class IncomingItemTests
{
    [Fact]
    public void System_members_are_read_whatever_their_case()
    {
        var item = Samples.Incoming(
            """
            { "contentitemid": "i1", "ContentItemVersionId": "v1", "ContentType": "Sample", "DisplayText": null, "Published": false, "Id": 5, "Latest": true,
              "CreatedUtc": "2026-01-04T17:00:00.5+01:00", "Owner": "u1", "Author": "Ève", "localizationPart": { "localizationset": "s1", "Culture": "fr" }, "TitlePart": { "Title": "é" } }
            """);

        Assert.Equal(("i1", "v1", "Sample", "", "u1", "Ève"), (item.ContentItemId, item.ContentItemVersionId, item.ContentType, item.DisplayText, item.Owner, item.Author));
        Assert.Equal((false, "s1", "fr"), (item.Published, item.LocalizationSet, item.Culture));
        Assert.Equal(new DateTimeOffset(2026, 1, 4, 16, 0, 0, 500, TimeSpan.Zero), item.CreatedUtc);
        Assert.Equal("""{"Title":"é"}""", Encoding.UTF8.GetString(Assert.Single(item.Parts).Value));
    }

    [Fact]
    public void What_is_missing_is_empty_and_an_item_is_published_unless_it_says_no()
    {
        var item = Samples.Incoming("{}");

        Assert.Equal(("", "", "", "", true), (item.ContentItemId, item.ContentType, item.LocalizationSet, item.Culture, item.Published));
        Assert.Null(item.CreatedUtc);
        Assert.Empty(item.Parts);
    }

    [Fact]
    public void Unknown_objects_and_arrays_at_the_root_are_parts_and_scalars_are_dropped() =>
        Assert.Equal(["A", "B"], Samples.Incoming("""{"A":{},"B":[1],"C":1,"D":"x","E":null}""").Parts.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{"ContentItemId":5}""", "ContentItemId")]
    [InlineData("""{"ContentType":{}}""", "ContentType")]
    [InlineData("""{"CreatedUtc":"yesterday"}""", "CreatedUtc")]
    [InlineData("""{"Published":"false"}""", "Published")]
    [InlineData("""{"Published":{}}""", "Published")]
    [InlineData("""{"LocalizationPart":{"Culture":1}}""", "Culture")]
    public void A_system_member_of_another_kind_is_refused_by_name(string json, string member) =>
        Assert.Contains(member, Assert.Throws<JsonException>(() => Samples.Incoming(json)).Message, StringComparison.Ordinal);
}
