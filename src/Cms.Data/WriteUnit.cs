using System.Data.Common;
using Dapper;

namespace Cms.Data;

/// <summary>One transaction of the main store.</summary>
public sealed class WriteUnit(DbConnection connection, DbTransaction? transaction, ISqlDialect dialect)
{
    public ISqlDialect Dialect { get; } = dialect;

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? args = null) => connection.ExecuteAsync(sql, args, transaction);

    public Task<T?> SingleAsync<T>(string sql, object? args = null) => connection.QueryFirstOrDefaultAsync<T>(sql, args, transaction);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null) => (await connection.QueryAsync<T>(sql, args, transaction)).AsList();

    /// <summary>Runs a statement that must change exactly <paramref name="rows"/> rows.</summary>
    /// <exception cref="StaleRevisionException">It changed another number.</exception>
    public async Task ExpectAsync(int rows, string sql, object? args = null)
    {
        if (await ExecuteAsync(sql, args) != rows)
        {
            throw new StaleRevisionException();
        }
    }
}
