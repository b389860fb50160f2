using System.Globalization;

namespace Cms.Benchmarks;

/// <summary>A figure of the table.</summary>
/// <param name="Name">Short name, where it is a baseline.</param>
internal sealed record Figure(double Value, string Unit, string Name = "")
{
    public override string ToString() => $"{Name} {Value.ToString(Value < 10 ? "0.000" : Value < 1_000 ? "0.0" : "#,0", CultureInfo.InvariantCulture)} {Unit}".Trim();
}

/// <summary>The most that is aimed at.</summary>
/// <param name="OfRatio">True where it is the ratio to the baseline that counts.</param>
internal sealed record Aim(double Most, bool OfRatio = false);

/// <summary>The table, printed row by row as the figures come in.</summary>
internal sealed class Report
{
    private readonly TextWriter _output;

    public Report(TextWriter output)
    {
        _output = output;
        Print("measured", "figure", "baseline", "ratio", "aim", "");
        _output.WriteLine(new string('-', 140));
    }

    public void Add(string measured, Figure figure, Figure? baseline = null, Aim? aim = null)
    {
        double? ratio = baseline is null ? null : figure.Value / baseline.Value;
        var judged = aim is { OfRatio: true } ? ratio : figure.Value;
        Print(
            measured,
            figure.ToString(),
            baseline?.ToString() ?? "",
            ratio is null ? "" : Number(ratio.Value),
            aim is null ? "" : $"<= {Number(aim.Most)}{(aim.OfRatio ? " x" : $" {figure.Unit}")}",
            aim is null ? "" : judged <= aim.Most ? "met" : "not met");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Print(string measured, string figure, string baseline, string ratio, string aim, string result) =>
        _output.WriteLine($"{measured,-54} {figure,16} {baseline,32} {ratio,9} {aim,12} {result}".TrimEnd());
}
