using Cms.Content.Types;

namespace Cms.Display.Editors;

/// <summary>The form of an item, complete before its views run.</summary>
/// <param name="Problems">What is wrong with what was sent, for the summary above the form.</param>
public sealed record EditorForm(IReadOnlyList<EditorPanel> Panels, IReadOnlyList<EditorProblem> Problems);

/// <summary>Fields under one heading.</summary>
public sealed record EditorPanel(string Title, IReadOnlyList<FieldEdit> Fields);

/// <summary>Something that is wrong.</summary>
/// <param name="Field">Label of the field; empty for what concerns the whole item.</param>
/// <param name="Target">Id of the element that it is about; null for the whole item.</param>
public sealed record EditorProblem(string Field, string Text, string? Target);

/// <summary>One field of a form: the model of its editor's view.</summary>
public sealed record FieldEdit
{
    public required FieldDefinition Definition { get; init; }

    /// <summary>Name of its inputs, to which they add their own.</summary>
    public required string Name { get; init; }

    public required FieldEditor Editor { get; init; }

    /// <summary>In the editor's language, as all texts here.</summary>
    public required string Label { get; init; }

    public string Hint { get; init; } = "";

    /// <summary>Which languages the field changes, for a shared one that other languages show too; empty otherwise.</summary>
    public string Shared { get; init; } = "";

    /// <summary>What it says, for a field that the reader may not change; null for one that is edited.</summary>
    public string? Fixed { get; init; }

    /// <summary>True for a list whose rows the reader may not add, move or remove.</summary>
    public bool HasFixedRows { get; init; }

    /// <summary>Language of the texts in it; null where it has no language.</summary>
    public string? Language { get; init; }

    public required EditorValues Values { get; init; }

    public IReadOnlyList<InputError> Errors { get; init; } = [];

    /// <summary>What another language says in its place; empty for nothing.</summary>
    public string Other { get; init; } = "";

    /// <summary>That language.</summary>
    public OtherLanguage? OtherLanguage { get; init; }

    /// <summary>What can be chosen.</summary>
    public FieldChoices Choices { get; init; } = FieldChoices.None;

    public IReadOnlyList<RowEdit> Rows { get; init; } = [];

    /// <summary>Address of the steps of the form that save nothing.</summary>
    public required string StepUrl { get; init; }

    /// <summary>The input or step that the reader was at: it gets the keyboard again.</summary>
    public string Focus { get; init; } = "";

    public string Id => IdOf(Name);

    public bool IsInRow => Name.Contains('[', StringComparison.Ordinal);

    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    /// <summary>Ids of the hint and the errors, for aria-describedby; null without any.</summary>
    public string? DescribedBy => (Hint.Length > 0, Errors.Count > 0) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };

    public string Input(string member) => member.Length == 0 ? Name : $"{Name}.{member}";

    public string Text(string member = "") => Values.Text(Input(member));

    /// <summary>True for an input that an error is about: itself, or its field as a whole.</summary>
    public bool IsInvalid(string member) => Errors.Any(error => error.Input == Name || error.Input == Input(member));

    /// <summary>Id of an input, unique on the page.</summary>
    public static string IdOf(string input) => "f-" + string.Concat(input.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}

public sealed record InputError(string Input, string Text);

/// <summary>A language beside the one that is written.</summary>
/// <param name="IsOpen">True when its texts are shown without being asked for.</param>
public sealed record OtherLanguage(string Culture, string Name, bool IsOpen);

/// <summary>One row of a list.</summary>
/// <param name="Name">Name that the inputs of its fields begin with.</param>
/// <param name="Title">What its first text says; empty for a new row.</param>
public sealed record RowEdit(string Id, string Name, int Number, string Title, IReadOnlyList<FieldEdit> Fields, bool IsFirst, bool IsLast, bool IsOpen);

/// <summary>What a field offers.</summary>
/// <param name="Found">What was searched for; null where all is offered at once.</param>
/// <param name="IsSearch">True where there is too much to offer without a search.</param>
/// <param name="More">True when the search found more than is shown.</param>
public sealed record FieldChoices(IReadOnlyList<ChoiceGroup> Groups, bool IsSearch = false, string? Found = null, bool More = false)
{
    public static readonly FieldChoices None = new([]);
}

/// <param name="Title">Empty for a group that needs none.</param>
public sealed record ChoiceGroup(string Title, IReadOnlyList<Choice> Choices);

/// <param name="Language">Language of the text when it is not the editor's.</param>
/// <param name="Depth">0 at the top of a tree.</param>
/// <param name="Note">What tells it from others of the same name; empty for nothing.</param>
public sealed record Choice(string Value, string Text, string? Language, bool IsChosen, int Depth = 0, string Note = "");
