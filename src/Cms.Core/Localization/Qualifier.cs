using System.Text.Json.Serialization;

namespace Cms.Core.Localization;

/// <summary>How exact a figure is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Qualifier>))]
public enum Qualifier
{
    Exactly,
    About,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
}
