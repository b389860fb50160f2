using Cms.Testing;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Cms.Data.Tests.Stores;

/// <summary>A fact of the contract of all stores; shown as skipped in classes named <c>Postgres…</c> when PostgreSQL is left out.</summary>
[XunitTestCaseDiscoverer("Cms.Data.Tests.Stores.StoreFactDiscoverer", "Cms.Data.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute;

public sealed class StoreFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        PostgresCluster.IsLeftOut && testMethod.TestClass.Class.ToRuntimeType().Name.StartsWith("Postgres", StringComparison.Ordinal)
            ? new XunitSkippedDataRowTestCase(
                DiagnosticMessageSink, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, testMethod, "PostgreSQL is left out.")
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}
