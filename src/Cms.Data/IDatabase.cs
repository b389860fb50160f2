using System.Data.Common;

namespace Cms.Data;

/// <summary>The main store. One per website, in the host, never in a shell. Reads and writes are SQL through Dapper.</summary>
public interface IDatabase
{
    ISqlDialect Dialect { get; }

    /// <summary>The program behind the store, for logs and the health page.</summary>
    DatabaseEngine Engine { get; }

    /// <summary>
    /// Names the state that readers see: while it stays the same, nothing was committed. Null while a commit is under way, and always where programs other
    /// than this one may write. What was read between two looks at the same name holds until the name changes.
    /// </summary>
    long? Epoch { get; }

    /// <summary>Runs <paramref name="read"/> on a connection that can not write. Keep no transaction across a request: it would keep the write-ahead log growing.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken token = default);

    /// <summary>
    /// Runs <paramref name="write"/> in one transaction; when it returns, the change is durable. The function may run again (PostgreSQL after a
    /// serialisation failure, SQLite when a neighbour spoilt a shared commit), so it holds only SQL: no I/O, no handlers, everything serialised before.
    /// A cancelled token is heeded until the function starts, not afterwards.
    /// </summary>
    /// <exception cref="StaleRevisionException">A row was not what the writer expected.</exception>
    /// <exception cref="StoreFullException">The disk has no room; nothing was written, and later writes succeed once there is room again.</exception>
    /// <exception cref="InvalidOperationException">Called inside another write, which would wait for itself.</exception>
    Task<T> WriteAsync<T>(Func<WriteUnit, Task<T>> write, CancellationToken token = default);
}

/// <summary>A write was based on a revision that is no longer the newest: answered with 409 and what changed, never overwritten.</summary>
public sealed class StaleRevisionException() : Cms.Core.Errors.CmsException("revision.stale", 409);

/// <summary>The store's disk is full.</summary>
public sealed class StoreFullException() : Cms.Core.Errors.CmsException("store.full", 507);

/// <summary>The database program.</summary>
/// <param name="Name">As in <see cref="ISqlDialect.Name"/>.</param>
/// <param name="KnownFault">A fault of this version that an operator should know, as a key: <c>sqlite.wal-reset</c>; else null.</param>
public sealed record DatabaseEngine(string Name, string Version, string? KnownFault = null);
