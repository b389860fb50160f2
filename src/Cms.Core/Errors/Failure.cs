namespace Cms.Core.Errors;

/// <summary>
/// A rule that input broke: a value, not an exception. <see cref="Key"/> is looked up in the PO files (context <c>errors</c>) for the text a person
/// reads, with <see cref="Data"/> as its format arguments; tests compare keys, never sentences.
/// </summary>
/// <param name="Key">Dotted lower-case key: <c>field.required</c>.</param>
/// <param name="Field">Path of the field, <c>Agenda21Action.Code</c>, or null for the whole item.</param>
/// <param name="Data">Arguments of the text, in order.</param>
public sealed record Failure(string Key, string? Field = null, params IReadOnlyList<object?> Data);
