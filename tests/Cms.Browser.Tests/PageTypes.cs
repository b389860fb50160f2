namespace Cms.Browser.Tests;

/// <summary>Addresses of every type of page in both languages: what RGAA's sample of pages asks for, and each content type once as a list and once as an item.</summary>
public static class PageTypes
{
    public static IReadOnlyList<string> French { get; } =
    [
        "/fr", "/fr/plan-du-site", "/fr/recherche?q=participation", "/fr/recherche?q=riennetrouvececi", "/fr/recherche", "/fr/nulle-part",
        "/fr/mentions-legales", "/fr/accessibilite", "/fr/donnees-personnelles", "/fr/aide",
        "/fr/programmes", "/fr/programmes/maisons-du-bel-age", "/fr/programmes?theme=innovation", "/fr/lieux", "/fr/lieux?zoom=all", "/fr/lieux/stadium-de-miramas",
        "/fr/cooperation", "/fr/cooperation?zoom=near-east", "/fr/cooperation/alger", "/fr/agenda-21", "/fr/agenda-21/5-2-3",
        "/fr/temoignages", "/fr/temoignages/paul-tergat", "/fr/temoignages/francis-mutuku", "/fr/temoignages/sophie-thibault",
        "/fr/actualites", "/fr/actualites/cloture-des-journees-de-l-egalite-des-chances", "/fr/agenda", "/fr/agenda?month=2023-11", "/fr/agenda/emerging-valley-2024",
        "/fr/chiffres-cles", "/fr/chiffres-cles/adherents-des-maisons-du-bel-age", "/fr/videos", "/fr/videos/interview-de-paul-tergat",
        "/fr/services-en-ligne", "/fr/services-en-ligne/provencemploi",
    ];

    public static IReadOnlyList<string> English { get; } =
    [
        "/en", "/en/site-map", "/en/search?q=participation", "/en/search?q=nothingfindsthis", "/en/search", "/en/nowhere",
        "/en/legal-notice", "/en/accessibility", "/en/privacy", "/en/help",
        "/en/programmes", "/en/programmes/maisons-du-bel-age", "/en/programmes?theme=innovation", "/en/places", "/en/places?zoom=all", "/en/places/stadium-de-miramas",
        "/en/cooperation", "/en/cooperation?zoom=near-east", "/en/cooperation/algiers", "/en/agenda-21", "/en/agenda-21/5-2-3",
        "/en/testimonials", "/en/testimonials/paul-tergat", "/en/testimonials/francis-mutuku", "/en/testimonials/sophie-thibault",
        "/en/news", "/en/news/equal-opportunities-days-close", "/en/events", "/en/events?month=2023-11", "/en/events/emerging-valley-2024",
        "/en/key-figures", "/en/key-figures/members-of-the-maisons-du-bel-age", "/en/videos", "/en/videos/interview-with-paul-tergat",
        "/en/online-services", "/en/online-services/provencemploi",
    ];

    /// <summary>The one page that visitors and editors share; it has a frame of its own.</summary>
    public const string Login = "/login";

    public static IReadOnlyList<string> Public { get; } = [.. French, .. English];

    public static IReadOnlyList<string> All { get; } = [.. Public, Login];

    /// <summary>Pages that are expected not to exist.</summary>
    public static bool IsLost(string path) => path is "/fr/nulle-part" or "/en/nowhere";
}
