using DiffPlex;
using DiffPlex.Chunkers;

namespace Cms.ContentAdmin;

public enum PieceKind
{
    Same,
    Added,
    Removed,
}

/// <summary>Some words of a text that was changed.</summary>
public sealed record TextPiece(string Text, PieceKind Kind);

/// <summary>Two texts as one: what stayed, what went and what came, word by word.</summary>
public static class TextPieces
{
    /// <summary>Characters up to which texts are compared word by word; longer ones, which would take too long, line by line.</summary>
    private const int LongestByWord = 100_000;

    public static IReadOnlyList<TextPiece> Between(string before, string after)
    {
        IChunker chunker = Math.Max(before.Length, after.Length) > LongestByWord ? new LineEndingsPreservingChunker() : new DelimiterChunker([' ', '\n', '\u00A0', '\u202F']);
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Add(pieces, difference.PiecesOld.Skip(at).Take(block.DeleteStartA - at), PieceKind.Same);
            Add(pieces, difference.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA), PieceKind.Removed);
            Add(pieces, difference.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB), PieceKind.Added);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(pieces, difference.PiecesOld.Skip(at), PieceKind.Same);
        return pieces;
    }

    private static void Add(List<TextPiece> pieces, IEnumerable<string> words, PieceKind kind)
    {
        var text = string.Concat(words);
        if (text.Length > 0)
        {
            pieces.Add(new TextPiece(text, kind));
        }
    }
}
