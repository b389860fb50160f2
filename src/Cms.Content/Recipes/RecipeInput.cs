using System.Buffers;
using System.Text.Json;
using Cms.Core.Errors;

namespace Cms.Content.Recipes;

/// <summary>
/// The first pass over a recipe's text: it must be JSON without repeated names, and values of the form <c>[js: …]</c> are replaced by what they stand for.
/// Recipes are data: of Orchard Core's scripts only the few that name a value are understood, everything else is refused.
/// </summary>
internal static class RecipeInput
{
    /// <summary>Most bytes that a recipe may have.</summary>
    public const int MaxBytes = 128 * 1024 * 1024;

    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    /// <exception cref="RecipeFormatException">It can not be read as JSON at all.</exception>
    public static ReadOnlyMemory<byte> Resolve(ReadOnlyMemory<byte> text, RecipeValues values, Action<int, Failure> problem)
    {
        if (text.Length > MaxBytes)
        {
            throw new RecipeFormatException("recipe.too-large", 1, MaxBytes / 1024 / 1024);
        }

        text = text.Span.StartsWith(Bom) ? text[Bom.Length..] : text;
        try
        {
            return new Pass(text, values, problem).Run();
        }
        catch (JsonException e)
        {
            throw new RecipeFormatException("recipe.malformed", (int)(e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // A string with bytes or escapes that are no text.
            throw new RecipeFormatException("recipe.not-text", 1);
        }
    }

    private sealed class Pass(ReadOnlyMemory<byte> text, RecipeValues values, Action<int, Failure> problem)
    {
        private readonly LineCounter _lines = new(text);
        private readonly Stack<HashSet<string>> _names = new();
        private ArrayBufferWriter<byte>? _rewritten;
        private int _copied;
        private string? _root;
        private string _name = "";

        public ReadOnlyMemory<byte> Run()
        {
            var reader = new Utf8JsonReader(text.Span, RecipeScan.Tokens);
            while (reader.Read())
            {
                Step(ref reader);
            }

            if (_rewritten is null)
            {
                return text;
            }

            _rewritten.Write(text.Span[_copied..]);
            return _rewritten.WrittenMemory;
        }

        private void Step(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    _names.Push(new HashSet<string>(StringComparer.OrdinalIgnoreCase));
                    break;
                case JsonTokenType.EndObject:
                    _names.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    Name(ref reader);
                    break;
                case JsonTokenType.String:
                    Text(ref reader);
                    break;
            }
        }

        private void Name(ref Utf8JsonReader reader)
        {
            _name = reader.GetString()!;
            _root = reader.CurrentDepth == 1 ? _name : _root;
            if (!_names.Peek().Add(_name))
            {
                problem(Line(ref reader), new Failure("recipe.repeated-name", null, _name));
            }
        }

        private void Text(ref Utf8JsonReader reader)
        {
            var value = RecipeScripts.IsScript(reader.ValueSpan) ? Evaluate(ref reader) : null;
            if (reader.CurrentDepth == 2 && string.Equals(_root, "variables", StringComparison.OrdinalIgnoreCase))
            {
                values.Variables[_name] = value ?? reader.GetString()!;
            }
        }

        private string? Evaluate(ref Utf8JsonReader reader)
        {
            var script = reader.GetString()!;
            if (RecipeScripts.Evaluate(script, values) is not { } value)
            {
                problem(Line(ref reader), new Failure("recipe.script", null, script));
                return null;
            }

            _rewritten ??= new ArrayBufferWriter<byte>(text.Length);
            _rewritten.Write(text.Span[_copied..(int)reader.TokenStartIndex]);
            _rewritten.Write(JsonSerializer.SerializeToUtf8Bytes(value));
            _copied = (int)reader.BytesConsumed;
            return value;
        }

        private int Line(ref Utf8JsonReader reader) => _lines.At((int)reader.TokenStartIndex);
    }
}
