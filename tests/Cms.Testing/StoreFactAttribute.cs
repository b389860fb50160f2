using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Cms.Testing;

/// <summary>A fact of the contract of all stores; shown as skipped in classes named <c>Postgres…</c> when PostgreSQL is left out.</summary>
[XunitTestCaseDiscoverer("Cms.Testing.StoreFactDiscoverer", "Cms.Testing")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>A theory of the contract of all stores; as <see cref="StoreFactAttribute"/>.</summary>
[XunitTestCaseDiscoverer("Cms.Testing.StoreTheoryDiscoverer", "Cms.Testing")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreTheoryAttribute : TheoryAttribute;

public sealed class StoreFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        LeftOut.IsOf(testMethod) ? LeftOut.Case(DiagnosticMessageSink, testMethod) : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

public sealed class StoreTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        LeftOut.IsOf(testMethod) ? [LeftOut.Case(DiagnosticMessageSink, testMethod)] : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}

internal static class LeftOut
{
    public static bool IsOf(ITestMethod test) => PostgresCluster.IsLeftOut && test.TestClass.Class.ToRuntimeType().Name.StartsWith("Postgres", StringComparison.Ordinal);

    public static IXunitTestCase Case(IMessageSink sink, ITestMethod test) =>
        new XunitSkippedDataRowTestCase(sink, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, test, "PostgreSQL is left out.");
}
