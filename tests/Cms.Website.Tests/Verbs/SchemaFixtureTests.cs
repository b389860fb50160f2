using Cms.Core.Modules;
using Cms.Data;

namespace Cms.Website.Tests.Verbs;

/// <summary>The tables of every module as they are today are kept for the programs that come after: a landed schema is never out of reach of an upgrade.</summary>
public sealed class SchemaFixtureTests
{
    public static TheoryData<string> Fixtures =>
        [.. ModuleCatalog.Load(typeof(Web.Website).Assembly).Modules
            .SelectMany(module => module.Assembly.GetTypes())
            .Where(type => type.BaseType == typeof(MigrationSet))
            .Select(type => (MigrationSet)Activator.CreateInstance(type)!)
            .Select(set => FormattableString.Invariant($"{set.Module["Cms.".Length..].ToLowerInvariant()}-{set.Migrations.Count}.sql"))];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Newest_schema_of_a_module_has_its_fixture(string fixture) =>
        Assert.Single(Directory.GetFiles(AppContext.BaseDirectory, fixture, SearchOption.AllDirectories));
}
