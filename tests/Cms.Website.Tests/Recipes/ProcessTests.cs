using System.IO.Compression;
using Dapper;
using Microsoft.Data.Sqlite;
using static Cms.Website.Tests.Recipes.RecipeText;

namespace Cms.Website.Tests.Recipes;

/// <summary>Set-up and verbs of the real program, killed and started again.</summary>
public sealed class ProcessTests : IDisposable
{
    // With the media file, 200 writes: progress is told at every tenth.
    private const int Pages = 199;
    private readonly string _folder = Directory.CreateTempSubdirectory("cms-process-").FullName;

    private string Data => Path.Combine(_folder, "data");

    [Theory]
    [InlineData("Setting the website up")]
    [InlineData("Checking content 100/")]
    [InlineData("Writing 10/")]
    [InlineData("Writing 200/")]
    [InlineData("The website is set up.")]
    public async Task Set_up_that_is_killed_leaves_nothing_or_all_and_the_next_start_completes_it(string moment)
    {
        var recipe = await WriteRecipeAsync();
        using (var first = WebsiteProcess.Start(Data, "--Cms:Setup:Recipe", recipe))
        {
            Assert.True(first.WaitForLine(moment), string.Join('\n', first.Output));
            await first.KillAsync();
        }

        Assert.True(State() is (0, 0) or (1, Pages));
        using var second = WebsiteProcess.Start(Data, "--Cms:Setup:Recipe", recipe);
        await WaitUntilSetUpAsync(second);
        Assert.Equal((1, Pages), State());
    }

    [Fact]
    public async Task Recipe_that_is_killed_leaves_nothing_or_all()
    {
        var recipe = await WriteRecipeAsync();
        Directory.CreateDirectory(Data);
        foreach (var moment in (string[])["Checking content 50/", "Writing 10/", "Writing 200/"])
        {
            using var run = WebsiteProcess.Start(Data, "recipe", "run", recipe);
            run.WaitForLine(moment);
            await run.KillAsync();
            Assert.True(State().Items is 0 or Pages);
        }

        Assert.Equal(0, (await WebsiteProcess.RunAsync(Data, "recipe", "run", recipe)).Code);
        Assert.Equal(Pages, State().Items);
    }

    [Theory]
    [InlineData("nothing", "Cms:Setup:Recipe = \"nothing\"")]
    [InlineData("bad.recipe.json", "bad.recipe.json(1)")]
    public async Task Set_up_from_a_recipe_that_does_not_exist_or_run_ends_the_start(string name, string expected)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "bad.recipe.json"), """{ "steps": [ { "name": "Nothing" } ] }""");
        var (code, output) = await WebsiteProcess.RunAsync(Data, "--Cms:Setup:Recipe", name.EndsWith(".json", StringComparison.Ordinal) ? Path.Combine(_folder, name) : name);
        Assert.NotEqual(0, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal((0, 0), State());
    }

    [Fact]
    public async Task Beside_a_running_website_verbs_that_write_are_refused_and_others_work()
    {
        var recipe = await WriteRecipeAsync();
        using var website = WebsiteProcess.Start(Data, "--Cms:Setup:Recipe", recipe);
        await WaitUntilSetUpAsync(website);

        var (code, output) = await WebsiteProcess.RunAsync(Data, "recipe", "run", recipe);
        Assert.NotEqual(0, code);
        Assert.Contains("/admin/recipes", output, StringComparison.Ordinal);
        Assert.NotEqual(0, (await WebsiteProcess.RunAsync(Data, "restore", "any")).Code);
        Assert.NotEqual(0, (await WebsiteProcess.RunAsync(Data, "search", "rebuild")).Code);
        Assert.Equal(0, (await WebsiteProcess.RunAsync(Data, "recipe", "run", recipe, "--dry-run")).Code);
        Assert.Equal(0, (await WebsiteProcess.RunAsync(Data, "doctor")).Code);
        Assert.Equal(0, (await WebsiteProcess.RunAsync(Data, "backup", Path.Combine(_folder, "hot.zip"))).Code);

        var (second, line) = await WebsiteProcess.RunAsync(Data);
        Assert.NotEqual(0, second);
        Assert.Contains("Cms:DataPath", Assert.Single(line.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_comes_back_with_its_media_in_another_folder()
    {
        var backup = await MakeBackupAsync();
        var other = Path.Combine(_folder, "other");
        Assert.Equal(0, (await WebsiteProcess.RunAsync(other, "restore", backup)).Code);
        Assert.Equal("a", await File.ReadAllTextAsync(Path.Combine(other, "media", "x", "a.txt")));
        Assert.Equal(Pages, State(other).Items);
        Assert.False(Directory.Exists(Path.Combine(other, ".restore")));

        // A website that is there is replaced only when that is asked for.
        await File.WriteAllTextAsync(Path.Combine(other, "media", "x", "later.txt"), "b");
        Assert.NotEqual(0, (await WebsiteProcess.RunAsync(other, "restore", backup)).Code);
        Assert.True(File.Exists(Path.Combine(other, "media", "x", "later.txt")));
        Assert.Equal(0, (await WebsiteProcess.RunAsync(other, "restore", backup, "--force")).Code);
        Assert.False(File.Exists(Path.Combine(other, "media", "x", "later.txt")));
    }

    [Theory]
    [InlineData("../../escaped.txt", "media/x/a.txt")]
    [InlineData("media/../../escaped.txt", "media/x/a.txt")]
    [InlineData("MEDIA/x/a.txt", "")]
    [InlineData("keys/key.xml", "")]
    public async Task Backup_with_a_file_too_many_or_in_the_wrong_place_changes_nothing(string added, string renamed)
    {
        var backup = await MakeBackupAsync();
        await using (var zip = await ZipFile.OpenAsync(backup, ZipArchiveMode.Update))
        {
            if (renamed.Length > 0)
            {
                zip.GetEntry(renamed)!.Delete();
                await RenameInManifestAsync(zip, renamed, added);
            }

            await using var entry = await zip.CreateEntry(added).OpenAsync();
            entry.WriteByte((byte)'a');
        }

        var other = Path.Combine(_folder, "other");
        Assert.NotEqual(0, (await WebsiteProcess.RunAsync(other, "restore", backup)).Code);
        Assert.Equal((0, 0), State(other));
        Assert.False(Directory.Exists(Path.Combine(other, "media")));
        Assert.False(File.Exists(Path.Combine(_folder, "escaped.txt")));
    }

    [Fact]
    public async Task Restoration_that_was_promised_is_finished_by_the_next_start()
    {
        var backup = await MakeBackupAsync();
        var other = Path.Combine(_folder, "other");
        var staging = Directory.CreateDirectory(Path.Combine(other, ".restore")).FullName;
        await ZipFile.ExtractToDirectoryAsync(backup, staging);
        await File.WriteAllTextAsync(Path.Combine(staging, "ready"), "");
        await WebsiteProcess.RunAsync(other, "doctor");
        Assert.Equal(Pages, State(other).Items);
        Assert.True(File.Exists(Path.Combine(other, "media", "x", "a.txt")));
        Assert.False(Directory.Exists(staging));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> MakeBackupAsync()
    {
        Assert.Equal(0, (await WebsiteProcess.RunAsync(Data, "recipe", "run", await WriteRecipeAsync())).Code);
        var backup = Path.Combine(_folder, "backup.zip");
        Assert.Equal(0, (await WebsiteProcess.RunAsync(Data, "backup", backup)).Code);
        return backup;
    }

    private async Task<string> WriteRecipeAsync()
    {
        var file = Path.Combine(_folder, "many.recipe.json");
        var pages = Enumerable.Range(1, Pages).Select(i => Page($"id{i}", $"set{i}", "fr", $"Page {i}"));
        await File.WriteAllTextAsync(file, Of("""{ "name": "Feature", "enable": ["Cms.Pages"] }""", Items([.. pages]), """{ "name": "media", "Files": [ { "TargetPath": "x/a.txt", "Base64": "YQ==" } ] }"""));
        return file;
    }

    private async Task WaitUntilSetUpAsync(WebsiteProcess process)
    {
        for (var tries = 0; tries < 600 && State() != (1, Pages); tries++)
        {
            await Task.Delay(100);
        }

        Assert.True(State() == (1, Pages), string.Join('\n', process.Output));
    }

    private static async Task RenameInManifestAsync(ZipArchive zip, string from, string to)
    {
        string manifest;
        using (var reader = new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync()))
        {
            manifest = await reader.ReadToEndAsync();
        }

        zip.GetEntry("manifest.json")!.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry("manifest.json").OpenAsync());
        await writer.WriteAsync(manifest.Replace(from, to, StringComparison.Ordinal));
    }

    private (long Marks, long Items) State(string? data = null)
    {
        var file = Path.Combine(data ?? Data, "cms.db");
        if (!File.Exists(file))
        {
            return (0, 0);
        }

        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return (Count("SELECT COUNT(*) FROM website_setting WHERE name = 'setup'"), Count("SELECT COUNT(*) FROM content_live WHERE published = 1"));

        long Count(string sql)
        {
            try
            {
                return connection.ExecuteScalar<long>(sql);
            }
            catch (SqliteException e) when (e.Message.Contains("no such table", StringComparison.Ordinal))
            {
                return 0;
            }
        }
    }
}
