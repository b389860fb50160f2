using Cms.Core.Modules;

namespace Cms.Website.Tests.Shell;

public sealed class FeatureGraphTests
{
    [Fact]
    public void Orders_by_dependency_then_priority_then_id()
    {
        var graph = new FeatureGraph([Feature("B"), Feature("A", "C"), Feature("C"), Feature("D") with { Priority = 5 }, Feature("E", "D") with { Priority = 9 }]);

        Assert.Equal(["D", "E", "B", "C", "A"], graph.All.Select(f => f.Id));
    }

    [Fact]
    public void Order_does_not_depend_on_the_order_of_discovery()
    {
        FeatureDescriptor[] features = [Feature("A", "C"), Feature("B", "A"), Feature("C"), Feature("D", "A", "C")];

        Assert.Equal(new FeatureGraph(features).All.Select(f => f.Id), new FeatureGraph(features.Reverse()).All.Select(f => f.Id));
    }

    [Fact]
    public void Missing_dependency_is_named()
    {
        var e = Assert.Throws<ModuleException>(() => new FeatureGraph([Feature("A", "Nowhere")]));

        Assert.Equal("Feature A depends on Nowhere, which no referenced module declares.", e.Message);
    }

    [Fact]
    public void Circle_is_named_without_what_only_leads_to_it()
    {
        var e = Assert.Throws<ModuleException>(() => new FeatureGraph([Feature("A", "B"), Feature("B", "C"), Feature("C", "D"), Feature("D", "B"), Feature("Free")]));

        Assert.Equal("Features depend on each other in a circle: B → C → D → B.", e.Message);
    }

    [Fact]
    public void Feature_that_depends_on_itself_is_a_circle()
    {
        var e = Assert.Throws<ModuleException>(() => new FeatureGraph([Feature("A", "A")]));

        Assert.Equal("Features depend on each other in a circle: A → A.", e.Message);
    }

    [Fact]
    public void Same_id_twice_is_refused()
    {
        var e = Assert.Throws<ModuleException>(() => new FeatureGraph([Feature("A"), Feature("A")]));

        Assert.Contains("Two features have the id A", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dependencies_and_dependents_are_followed_to_the_end()
    {
        var graph = new FeatureGraph([Feature("A"), Feature("B", "A"), Feature("C", "B"), Feature("D")]);

        Assert.Equal(["A", "B", "C"], graph.WithDependencies(["C", "Gone"]).Select(f => f.Id));
        Assert.Equal(["B", "C"], graph.Dependents(["A"]).Select(f => f.Id));
    }

    [Fact]
    public void Theme_that_builds_on_a_module_is_refused()
    {
        var theme = new FeatureDescriptor("T", new ModuleDescriptor("T", typeof(FeatureGraphTests).Assembly, IsTheme: true, BaseTheme: "A")) { Dependencies = ["A"] };

        var e = Assert.Throws<ModuleException>(() => new FeatureGraph([Feature("A"), theme]));

        Assert.Equal("Theme T builds on A, which is not a theme.", e.Message);
    }

    private static FeatureDescriptor Feature(string id, params string[] dependencies) =>
        new(id, new ModuleDescriptor(id, typeof(FeatureGraphTests).Assembly)) { Dependencies = dependencies };
}
