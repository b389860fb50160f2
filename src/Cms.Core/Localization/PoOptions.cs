namespace Cms.Core.Localization;

/// <summary>Where the texts of a shell come from.</summary>
public sealed class PoOptions
{
    /// <summary>Folder that the build copies every extension's PO files to: <c>Localization/&lt;extension&gt;/fr.po</c> beside the program.</summary>
    public string ProgramFolder { get; set; } = Path.Combine(AppContext.BaseDirectory, "Localization");

    /// <summary>The operator's own folder, <c>Localization</c> in the data path, whose texts win; made when it is missing. Null for none.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Ids of the libraries and enabled extensions whose texts are read, in the order of their dependencies: later ones win.</summary>
    public IList<string> Extensions { get; } = [];
}
