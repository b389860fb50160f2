namespace Cms.Testimonials;

/// <summary>Puts published words between the quotation marks of their language; words that stand between some already are left alone.</summary>
public static class QuotationMarks
{
    /// <param name="language">Language of the words: guillemets in French, double quotation marks elsewhere.</param>
    public static string Around(string words, string language)
    {
        var text = words.Trim();
        return text.Length == 0 || text[0] is '«' or '“' ? text : language == "fr" ? $"«\u202F{text}\u202F»" : $"“{text}”";
    }
}
