namespace Cms.Unit.Tests.Content;

/// <summary>Items that public pages share between requests.</summary>
public sealed class FrozenItemTests
{
    [Fact]
    public void A_frozen_item_is_read_but_not_changed()
    {
        var item = Samples.Item("""{"Sample":{"Plain":"avant"}}""");
        item.Document.Freeze();

        Assert.Throws<InvalidOperationException>(() => item.Alter<Sample>(part => part.Plain = "après"));

        Assert.Equal("avant", item.As<Sample>().Plain);
    }
}
