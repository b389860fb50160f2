using System.Text.Json;

namespace Cms.Content.Recipes;

/// <summary>Finds the steps of a recipe and the elements of their arrays, each with the line it begins on, in one pass that copies nothing.</summary>
internal ref struct RecipeScan
{
    /// <summary>Depth that a recipe may nest; content in content is not far from ten.</summary>
    private const int MaxDepth = 64;

    /// <summary>How recipes are read: comments and trailing commas are accepted (Orchard Core: JOptions).</summary>
    public static readonly JsonReaderOptions Tokens = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth };

    /// <inheritdoc cref="Tokens"/>
    public static readonly JsonDocumentOptions Documents = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth };

    private readonly ReadOnlyMemory<byte> _json;
    private readonly LineCounter _lines;
    private readonly List<RecipeStep> _steps = [];
    private Utf8JsonReader _reader;
    private RecipeHeader _header;

    private RecipeScan(ReadOnlyMemory<byte> json, RecipeHeader header)
    {
        (_json, _header) = (json, header);
        _lines = new LineCounter(json);
        _reader = new Utf8JsonReader(json.Span, Tokens);
    }

    /// <param name="json">A recipe that <see cref="RecipeInput"/> found well formed.</param>
    /// <exception cref="RecipeFormatException">It is JSON but no recipe.</exception>
    public static (RecipeHeader Header, IReadOnlyList<RecipeStep> Steps) Read(ReadOnlyMemory<byte> json, RecipeHeader header)
    {
        var scan = new RecipeScan(json, header);
        scan.ReadRecipe();
        var complete = scan._header;
        return (complete, scan._steps.ConvertAll(step => step.Of(complete)));
    }

    private void ReadRecipe()
    {
        _reader.Read();
        Demand(JsonTokenType.StartObject, "recipe.not-object");
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _reader.GetString()!;
            _reader.Read();
            if (string.Equals(name, "steps", StringComparison.OrdinalIgnoreCase))
            {
                Demand(JsonTokenType.StartArray, "recipe.no-steps");
                ReadSteps();
            }
            else
            {
                ReadHeader(name);
                _reader.Skip();
            }
        }
    }

    private void ReadHeader(string name)
    {
        var text = _reader.TokenType == JsonTokenType.String ? _reader.GetString()! : null;
        _header = (name.ToUpperInvariant(), text) switch
        {
            ("NAME", not null) => _header with { Name = text },
            ("DISPLAYNAME", not null) => _header with { DisplayName = text },
            ("DESCRIPTION", not null) => _header with { Description = text },
            ("VERSION", not null) => _header with { Version = text },
            ("ISSETUPRECIPE", _) => _header with { IsSetupRecipe = _reader.TokenType == JsonTokenType.True || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) },
            _ => _header,
        };
    }

    private void ReadSteps()
    {
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            Demand(JsonTokenType.StartObject, "recipe.step-not-object");
            ReadStep();
        }
    }

    private void ReadStep()
    {
        var start = (int)_reader.TokenStartIndex;
        var line = _lines.At(start);
        var name = "";
        var arrays = new Dictionary<string, IReadOnlyList<RecipeElement>>(StringComparer.OrdinalIgnoreCase);
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = _reader.GetString()!;
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.StartArray)
            {
                arrays[member] = ReadElements();
            }
            else if (_reader.TokenType == JsonTokenType.String && string.Equals(member, "name", StringComparison.OrdinalIgnoreCase))
            {
                name = _reader.GetString()!;
            }

            _reader.Skip();
        }

        if (name.Length == 0)
        {
            throw new RecipeFormatException("recipe.step-without-name", line);
        }

        _steps.Add(new RecipeStep(_header, _steps.Count + 1, name, line, Slice(start), arrays));
    }

    private List<RecipeElement> ReadElements()
    {
        var elements = new List<RecipeElement>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)_reader.TokenStartIndex;
            var line = _lines.At(start);
            _reader.Skip();
            elements.Add(new RecipeElement(line, Slice(start)));
        }

        return elements;
    }

    private readonly ReadOnlyMemory<byte> Slice(int start) => _json[start..(int)_reader.BytesConsumed];

    private readonly void Demand(JsonTokenType type, string key)
    {
        if (_reader.TokenType != type)
        {
            throw new RecipeFormatException(key, _lines.At((int)_reader.TokenStartIndex));
        }
    }
}

/// <summary>JSON that is no recipe; read on as a problem with its line.</summary>
internal sealed class RecipeFormatException(string key, int line, params IReadOnlyList<object?> data) : Exception(key)
{
    public int Line { get; } = line;

    public Cms.Core.Errors.Failure Failure { get; } = new(key, null, data);
}

/// <summary>Lines of ascending offsets, counted from 1.</summary>
internal sealed class LineCounter(ReadOnlyMemory<byte> text)
{
    private int _offset;
    private int _line = 1;

    public int At(int offset)
    {
        _line += text.Span[_offset..offset].Count((byte)'\n');
        _offset = offset;
        return _line;
    }
}
