using Cms.Content.Types;
using Cms.Core.Errors;

namespace Cms.Content.Fields;

/// <summary>A position in degrees, WGS 84.</summary>
public sealed class GeoPointField : ContentField
{
    /// <summary>Degrees north, -90 to 90.</summary>
    public decimal? Latitude { get; set; }

    /// <summary>Degrees east, -180 to 180.</summary>
    public decimal? Longitude { get; set; }

    public override bool IsEmpty => Latitude is null || Longitude is null;

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        if (Latitude is < -90 or > 90 || Longitude is < -180 or > 180 || Latitude is null != Longitude is null)
        {
            yield return new Failure("position.out-of-range", null, Latitude, Longitude);
        }
    }
}

/// <summary>A postal address.</summary>
public sealed class AddressField : ContentField
{
    public string Street { get; set; } = "";

    public string PostalCode { get; set; } = "";

    public string Locality { get; set; } = "";

    /// <summary>INSEE code of the commune, for places in France.</summary>
    public string Commune { get; set; } = "";

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public string Country { get; set; } = "";

    public override bool IsEmpty => string.IsNullOrWhiteSpace(Street) && string.IsNullOrWhiteSpace(Locality) && string.IsNullOrWhiteSpace(PostalCode);

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        if (!string.IsNullOrEmpty(Country) && (Country.Length != 2 || !Country.All(char.IsAsciiLetterUpper)))
        {
            yield return new Failure("address.country", null, Country);
        }

        if (!string.IsNullOrEmpty(Commune) && (Commune.Length != 5 || !Commune.All(char.IsAsciiLetterOrDigit)))
        {
            yield return new Failure("address.commune", null, Commune);
        }
    }

    public override IEnumerable<string> SearchText() => [Street, PostalCode, Locality];
}

/// <summary>When a place is open, week by week.</summary>
public sealed class OpeningHoursField : ContentField
{
    public List<OpeningSlot> Slots { get; set; } = [];

    public override bool IsEmpty => Slots.Count == 0;

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        if (Slots.Count > 100 || Slots.Exists(s => s is null || s.Closes <= s.Opens))
        {
            yield return new Failure("hours.order");
        }
    }
}

/// <summary>One span of one weekday.</summary>
public sealed record OpeningSlot(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <summary>A film that stands elsewhere or in the media library; its address may be unknown.</summary>
public sealed class VideoField : ContentField
{
    public string Url { get; set; } = "";

    public string Provider { get; set; } = "";

    /// <summary>Length in seconds.</summary>
    public int? Duration { get; set; }

    public override bool IsEmpty => string.IsNullOrWhiteSpace(Url);

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        if (!IsEmpty && !LinkField.IsAllowed(Url))
        {
            yield return new Failure("link.address", null, Url);
        }
    }
}
