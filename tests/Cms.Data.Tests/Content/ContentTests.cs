using Cms.Content.Items;
using Cms.Core.Errors;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>Base of the contract of the content engine: one started engine per test, on the database of its class.</summary>
public abstract class ContentTests(TestStore store) : IAsyncLifetime
{
    private ContentEngine? _engine;

    protected TestStore Tested { get; } = store;

    protected ContentEngine Engine => _engine ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => _engine = await ContentEngine.StartAsync(Tested);

    public async Task DisposeAsync() => await Engine.DisposeAsync();

    /// <summary>Keys of the rules that a write broke.</summary>
    protected static async Task<IEnumerable<(string Key, string? Field)>> FailuresAsync(Func<Task> write) =>
        (await Assert.ThrowsAsync<RuleException>(write)).Failures.Select(failure => (failure.Key, failure.Field));

    /// <summary>A title that no other test of the class uses.</summary>
    protected static string Unique(string title) => $"{title} {IdGenerator.NewId()}";
}
