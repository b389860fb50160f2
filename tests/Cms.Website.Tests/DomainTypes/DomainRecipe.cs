namespace Cms.Website.Tests.DomainTypes;

/// <summary>The recipe of <see cref="DomainWebsite"/>.</summary>
internal static class DomainRecipe
{
    public static string Text { get; } = $$"""{ "name": "domain", "steps": [ { "name": "Content", "data": [ {{string.Join(",\n", Items())}} ] } ] }""";

    private static IEnumerable<string> Items() =>
    [
        .. Both("essai-lieux", "Taxonomy", "Lieux d’essai", "Test places", Terms("Provence d’essai", "Marseille d’essai", "Maison d’essai"), Terms("Test Provence", "Test Marseille", "Test house")),
        .. Both("essai-organisme", "Organisation", "Association d’essai", "Test association"),
        .. Both("essai-personne", "Person", "Camille Essai", "Camille Essai"),
        .. Both("essai-lieu", "Site", "Stade d’essai", "Test stadium", Site("Prêt de fauteuils"), Site("Wheelchairs on loan")),
        .. Both("essai-plage", "Site", "Plage d’essai", "Test beach", """, "Site": { "Address": { "Locality": "Cassis" }, "Position": { "Latitude": 43.21, "Longitude": 5.54 } }"""),
        .. Both("essai-chiffre", "KeyFigure", "Adhérents d’essai", "Test members", Figure("adhérents"), Figure("members")),
        .. Both("essai-jeux", "Event", "Journées d’essai", "Test days",
            """, "Event": { "Dates": { "Start": "2023-11-28", "End": "2023-12-01" }, "Status": { "Text": "scheduled" }, "Registration": { "Url": "https://example.org/inscription" }, "RegistrationUntil": { "Start": "2023-11-20" }, "Place": { "LocalizationSets": ["essai-lieu"] } }"""),
        .. Both("essai-atelier", "Event", "Atelier d’essai", "Test workshop",
            """, "Event": { "Dates": { "Start": "2999" }, "Parent": { "LocalizationSets": ["essai-jeux"] }, "Registration": { "Url": "https://example.org/atelier" }, "RegistrationUntil": { "Start": "2998-12-01" } }"""),
        .. Both("essai-programme", "Programme", "Programme d’essai", "Test programme", Programme("Premier chapitre", "Lancement"), Programme("First chapter", "Launch")),
        .. Both("essai-projet", "CooperationProject", "Projet d’essai", "Test project", Project("Ville partenaire"), Project("Partner town")),
        .. Both("essai-citation", "Testimonial", "Citation d’essai", "Test quotation", Quotation(""), Quotation(""", "Translation": { "Markdown": "Sport unites us." }""")),
        .. Both("essai-propos", "Testimonial", "Propos d’essai", "Test report",
            """, "Testimonial": { "Kind": { "Text": "reported-speech" }, "Reported": { "Markdown": "Elle a salué les sportifs." } }""",
            """, "Testimonial": { "Kind": { "Text": "reported-speech" }, "Reported": { "Markdown": "She welcomed the athletes." } }"""),
        .. Both("essai-participant", "Testimonial", "Participant d’essai", "Test participant", """, "Testimonial": { "Kind": { "Text": "participant" }, "Person": { "LocalizationSets": ["essai-personne"] } }"""),
        .. Both("essai-video", "Video", "Vidéo d’essai", "Test video", """, "Video": { "Persons": { "LocalizationSets": ["essai-personne"] } }"""),
        .. Both("essai-film", "Video", "Film d’essai", "Test film", """, "Video": { "Film": { "Url": "https://example.org/film", "Provider": "Example" } }"""),
        .. Both("essai-article", "Article", "Article d’essai", "Test article", """, "Article": { "Date": { "Start": "2018-12" }, "About": { "LocalizationSets": ["essai-programme"] } }"""),
        .. Both("essai-action", "Agenda21Action", "Action d’essai", "Test action", Action("Service d’essai", "Arbres plantés"), Action("Test service", "Trees planted")),
        .. Both("essai-service", "OnlineService", "Service d’essai", "Test service", """, "OnlineService": { "Website": { "Url": "https://example.org/service", "Text": "example.org" } }"""),
    ];

    private static string Terms(string province, string city, string kind) =>
        $$"""
        , "TermsPart": { "Terms": { "Rows": [
          { "Id": "essai-provence", "Code": { "Text": "essai-provence" }, "Name": { "Text": "{{province}}" } },
          { "Id": "essai-marseille", "Code": { "Text": "essai-marseille" }, "Parent": { "Text": "essai-provence" }, "Name": { "Text": "{{city}}" } },
          { "Id": "essai-maison", "Code": { "Text": "essai-maison" }, "Name": { "Text": "{{kind}}" } } ] } }
        """;

    private static string Site(string service) =>
        $$"""
        , "Site": { "Kind": {{Term("essai-maison")}}, "Places": {{Term("essai-marseille")}}, "Address": { "Street": "1 rue des Essais", "PostalCode": "13001", "Locality": "Marseille" },
          "Services": { "Values": ["{{service}}"] }, "RunBy": { "LocalizationSets": ["essai-organisme"] },
          "OpeningHours": { "Slots": [ { "Day": 1, "Opens": "09:00:00", "Closes": "12:30:00" } ] } }
        """;

    private static string Figure(string unit) =>
        $$""", "KeyFigure": { "Value": { "Value": 38000, "Qualifier": "MoreThan" }, "Unit": { "Text": "{{unit}}" }, "AsOf": { "Start": "2020" }, "Nature": { "Text": "achieved" } }""";

    private static string Programme(string heading, string milestone) =>
        $$"""
        , "Programme": { "Sections": { "Rows": [ { "Id": "essai-section", "Heading": { "Text": "{{heading}}" }, "Body": { "Markdown": "…" } } ] },
          "Status": { "Text": "in-progress" }, "Period": { "Start": "2015", "End": "2020" }, "Budget": { "Amount": 23000000, "Currency": "EUR" },
          "Milestones": { "Rows": [ { "Id": "essai-etape", "Date": { "Start": "2018-12" }, "Label": { "Text": "{{milestone}}" } } ] },
          "KeyFigures": { "LocalizationSets": ["essai-chiffre"] }, "Sites": { "LocalizationSets": ["essai-lieu"] }, "OnlineServices": { "LocalizationSets": ["essai-service"] },
          "CallToAction": { "Url": "https://example.org/appel", "Text": "Appel" }, "CallUntil": { "Start": "2020-01-01" } }
        """;

    private static string Project(string town) =>
        $$"""
        , "CooperationProject": { "ForeignPartners": { "Rows": [ { "Id": "essai-partenaire", "Organisation": { "Text": "Fondation" }, "Town": { "Text": "{{town}}" }, "OnCapital": { "Value": true } } ] },
          "Networks": { "Values": ["IFFD"] }, "Status": { "Text": "completed" }, "Dates": { "Rows": [ { "Id": "essai-date", "Date": { "Start": "2018-12" }, "Label": { "Text": "Charte" } } ] } }
        """;

    private static string Action(string lead, string indicator) =>
        $$"""
        , "Agenda21Action": { "Code": { "Text": "9.8.7" }, "LeadService": { "Text": "{{lead}}" }, "Status": { "Text": "in-progress" }, "Linked": { "LocalizationSets": ["essai-programme"] },
          "Indicators": { "Rows": [ { "Id": "essai-arbres", "Name": { "Text": "{{indicator}}" }, "Readings": { "Rows": [ { "Id": "essai-releve", "Date": { "Start": "2025-12" }, "Value": { "Value": 1200 } } ] } } ] } }
        """;

    private static string Quotation(string translation) =>
        $$"""
        , "Testimonial": { "Kind": { "Text": "quotation" }, "Quotation": { "Markdown": "Le sport nous unit." }, "QuotationLanguage": { "Text": "fr" },
          "Person": { "LocalizationSets": ["essai-personne"] }, "About": { "LocalizationSets": ["essai-lieu"] }{{translation}} }
        """;

    private static string Term(string id) => $$"""{ "TaxonomyContentItemId": "essai-lieux", "TermContentItemIds": ["{{id}}"] }""";

    private static string[] Both(string set, string type, string french, string english, string part = "", string? englishPart = null) =>
        [Item(set, type, "fr", french, part), Item(set, type, "en", english, englishPart ?? part)];

    private static string Item(string set, string type, string culture, string title, string part) =>
        $$"""
        { "ContentItemId": "{{set}}-{{culture}}", "ContentType": "{{type}}", "Published": true, "TitlePart": { "Title": "{{title}}" },
          "LocalizationPart": { "LocalizationSet": "{{set}}", "Culture": "{{culture}}" }{{part}} }
        """;
}
