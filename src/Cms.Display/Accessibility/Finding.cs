using Cms.Content.Types;
using Cms.Core.Errors;

namespace Cms.Display.Accessibility;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>May be right: only a person can tell.</summary>
    Hint,

    /// <summary>Makes reading harder, but shuts nobody out.</summary>
    Warning,

    /// <summary>Shuts somebody out. Whoever publishes it in the editor gives a reason.</summary>
    Error,
}

/// <summary>Something in a content item that is hard or impossible to use for some readers.</summary>
/// <param name="Failure">What it is; its field is the name of the input: <c>Page.Blocks[4abc].Text</c>.</param>
/// <param name="Field">The field that it is in.</param>
/// <param name="Row">The row of a list that the field stands in; null outside of lists.</param>
public sealed record Finding(FindingSeverity Severity, Failure Failure, FieldDefinition Field, FindingRow? Row = null);

/// <param name="List">The list.</param>
/// <param name="Number">Place of the row, from 1.</param>
public sealed record FindingRow(FieldDefinition List, int Number);
