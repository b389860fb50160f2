namespace Cms.Data;

/// <summary>
/// The right to write in a data folder: held by the running website, and by an operator verb for as long as it writes. The operating system gives it back
/// when the process ends, also after a kill.
/// </summary>
public static class DataFolderLock
{
    private const string FileName = "cms.lock";

    // What the operating systems call "someone else has it": EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private const int WouldBlockLinux = 11;
    private const int WouldBlockMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>Takes the lock, or returns null when it is held, by another process or by this one. The folder must exist.</summary>
    public static IDisposable? TryAcquire(string dataPath)
    {
        try
        {
            // The file stays: deleting it would let two holders lock two files of the same name.
            return new FileStream(Path.Combine(dataPath, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is WouldBlockLinux or WouldBlockMac or SharingViolation)
        {
            return null;
        }
    }
}
