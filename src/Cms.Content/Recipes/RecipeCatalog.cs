using Cms.Core.Errors;

namespace Cms.Content.Recipes;

/// <summary>A recipe's text and where it came from.</summary>
/// <param name="File">File name as problems name it.</param>
/// <param name="Folder">Folder of further files; null for a recipe that came without one.</param>
public sealed record RecipeSource(string File, ReadOnlyMemory<byte> Text, string? Folder);

/// <summary>The recipes that come with the program, in the folder <c>recipes</c> beside it.</summary>
public sealed class RecipeCatalog(params IReadOnlyList<string> folders)
{
    public const string Extension = ".recipe.json";

    /// <summary>Folder of a program: <c>recipes</c> beside its files.</summary>
    public static string FolderOf(string program) => Path.Combine(program, "recipes");

    /// <summary>What the recipes say about themselves, by name; one that can not be read has its file's name only.</summary>
    public async Task<IReadOnlyList<RecipeHeader>> ListAsync(CancellationToken token = default)
    {
        var headers = new List<RecipeHeader>();
        foreach (var file in Files(folders))
        {
            headers.Add(Header(await ReadAsync(file, token)));
        }

        return [.. headers.OrderBy(h => h.Name, StringComparer.Ordinal)];
    }

    /// <summary>The recipe of a name, looked for in <paramref name="folder"/> first; null where there is none.</summary>
    public async Task<RecipeSource?> FindAsync(string name, string? folder = null, CancellationToken token = default)
    {
        var places = folder is null ? folders : [folder, .. folders];
        foreach (var file in Files(places).OrderByDescending(file => IsNamed(file, name)))
        {
            var source = await ReadAsync(file, token);
            if (string.Equals(Header(source).Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return source;
            }
        }

        return null;
    }

    /// <exception cref="CmsException">400: the file can not be read.</exception>
    public static async Task<RecipeSource> ReadAsync(string file, CancellationToken token = default)
    {
        try
        {
            return new FileInfo(file).Length > RecipeInput.MaxBytes
                ? throw new CmsException("recipe.too-large", 400, RecipeInput.MaxBytes / 1024 / 1024)
                : new RecipeSource(Path.GetFileName(file), await File.ReadAllBytesAsync(file, token), Path.GetDirectoryName(Path.GetFullPath(file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CmsException("recipe.unreadable", 400, file, e.Message);
        }
    }

    private static IEnumerable<string> Files(IEnumerable<string> places) =>
        places.Distinct(StringComparer.Ordinal).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal));

    private static bool IsNamed(string file, string name) => string.Equals(Path.GetFileName(file), name + Extension, StringComparison.OrdinalIgnoreCase);

    private static RecipeHeader Header(RecipeSource source)
    {
        var header = new RecipeHeader(source.File, source.Folder) { Name = NameOf(source.File) };
        try
        {
            return RecipeScan.Read(RecipeInput.Resolve(source.Text, RecipeValues.None, (_, _) => { }), header).Header;
        }
        catch (RecipeFormatException)
        {
            // Running it tells what is wrong with it.
            return header;
        }
    }

    internal static string NameOf(string file) => file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? file[..^Extension.Length] : Path.GetFileNameWithoutExtension(file);
}
