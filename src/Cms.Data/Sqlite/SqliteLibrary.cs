using System.Globalization;

namespace Cms.Data.Sqlite;

/// <summary>The SQLite that this program carries.</summary>
public static class SqliteLibrary
{
    // Read from SQLite's own account: in 3.7.0 to 3.51.2 two connections that write and checkpoint at once may lose commits;
    // mended in 3.51.3, and in 3.50.7 for the older line.
    private static readonly Version _mendedInOldLine = new(3, 50, 7);
    private static readonly Version _firstOfNewLine = new(3, 51, 0);
    private static readonly Version _mendedInNewLine = new(3, 51, 3);

    /// <summary>Answered by the library, not by a file.</summary>
    public static Version Version { get; } = ReadVersion();

    /// <summary>Whether a version has the WAL-reset fault.</summary>
    public static bool HasWalResetFault(Version version) =>
        version < _mendedInOldLine || (version >= _firstOfNewLine && version < _mendedInNewLine);

    private static Version ReadVersion()
    {
        SQLitePCL.Batteries_V2.Init();
        var number = SQLitePCL.raw.sqlite3_libversion_number().ToString("D7", CultureInfo.InvariantCulture);
        return new Version(Part(number[..1]), Part(number[1..4]), Part(number[4..]));
    }

    private static int Part(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
