using System.Globalization;
using Cms.Core.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Unit.Tests.Localization;

/// <summary>A temporary program folder and data folder with PO files, and the services that read them.</summary>
public sealed class PoFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cms-po-").FullName;
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;
    private ServiceProvider? _services;

    public PoFolder Add(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public PoFolder Add(string path, byte[] bytes)
    {
        Add(path, "");
        File.WriteAllBytes(Path.Combine(_root, path), bytes);
        return this;
    }

    public IServiceProvider Start(string culture, params string[] extensions)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        Directory.CreateDirectory(Path.Combine(_root, "program"));
        return _services = new ServiceCollection().AddLogging().AddPoLocalization(options =>
        {
            options.ProgramFolder = Path.Combine(_root, "program");
            options.DataFolder = Path.Combine(_root, "data");
            foreach (var extension in extensions)
            {
                options.Extensions.Add(extension);
            }
        }).BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = false, ValidateScopes = true });
    }

    public void Dispose()
    {
        _services?.Dispose();
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _language);
        Directory.Delete(_root, recursive: true);
    }
}
