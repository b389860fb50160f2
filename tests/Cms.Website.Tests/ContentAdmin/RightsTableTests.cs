using System.Net.Http.Headers;
using System.Text;
using Cms.Content.Manager;
using Cms.Content.Parts;
using Cms.Core.Security;
using Cms.Users;
using Cms.Website.Tests.Users;
using Microsoft.AspNetCore.Routing;

namespace Cms.Website.Tests.ContentAdmin;

/// <summary>
/// The table of rights: role × action × object × route. Every request names a revision that never was, so that a right that is granted ends in a conflict
/// and changes nothing, and one that is not ends in 403 before anything else is looked at. A route that the table lacks fails a test.
/// </summary>
public sealed class RightsTableTests(RightsTableTests.RightsSite site) : IClassFixture<RightsTableTests.RightsSite>
{
    private enum Need
    {
        /// <summary>Whoever may enter the administration.</summary>
        Entry,
        PreviewSomewhere,

        /// <summary>To make something of the type that the table is about.</summary>
        Create,
        EditSomewhere,
        DeleteSomewhere,
        PublishSomewhere,
        Preview,
        Edit,
        Publish,
        Delete,
        ManageUsers,
        ManageRoles,
        ManageFeatures,
        Everything,
    }

    /// <summary>What each route of the back office and of the API's writing side asks for. In an address, ID is the object.</summary>
    private static readonly (string Method, string Pattern, string Address, Need Need)[] _routes =
    [
        ("GET", "admin", "/admin", Need.Entry),
        ("GET", "admin/find", "/admin/find?q=essai", Need.Entry),
        ("GET", "admin/content", "/admin/content", Need.PreviewSomewhere),
        ("GET", "admin/content/bin", "/admin/content/bin", Need.DeleteSomewhere),
        ("GET", "admin/translations", "/admin/translations", Need.EditSomewhere),
        ("GET", "admin/reports", "/admin/reports", Need.PreviewSomewhere),
        ("GET", "admin/reports/links", "/admin/reports/links", Need.PreviewSomewhere),
        ("GET", "admin/reports/freshness", "/admin/reports/freshness", Need.PreviewSomewhere),
        ("GET", "admin/content/new", "/admin/content/new", Need.EditSomewhere),
        ("GET", "admin/content/new/{type}/{culture}", "/admin/content/new/Trial/fr", Need.Create),
        ("GET", "admin/content/{id}", "/admin/content/ID", Need.Preview),
        ("GET", "admin/content/{id}/versions/{version}", "/admin/content/ID/versions/none", Need.Preview),
        ("GET", "admin/content/{id}/edit", "/admin/content/ID/edit", Need.Edit),
        ("GET", "admin/content/{id}/edit/{button}", "/admin/content/ID/edit/draft", Need.Entry),
        ("GET", "admin/content/{id}/edit/resolution/{button}", "/admin/content/ID/edit/resolution/draft", Need.Entry),
        ("GET", "admin/content/selection/{**verb}", "/admin/content/selection/removal", Need.Entry),
        ("POST", "admin/content/{id}/edit/draft", "/admin/content/ID/edit/draft", Need.Edit),
        ("POST", "admin/content/{id}/edit/publication", "/admin/content/ID/edit/publication", Need.Publish),
        ("POST", "admin/content/{id}/edit/step", "/admin/content/ID/edit/step", Need.Edit),
        ("POST", "admin/content/{id}/edit/preview", "/admin/content/ID/edit/preview", Need.Edit),
        ("GET", "admin/content/{id}/preview", "/admin/content/ID/preview", Need.Preview),
        ("POST", "admin/content/{id}/edit/check", "/admin/content/ID/edit/check", Need.Edit),
        ("GET", "admin/content/map", "/admin/content/map?latitude=43&longitude=5&span=1", Need.EditSomewhere),
        ("GET", "admin/content/targets/items", "/admin/content/targets/items", Need.EditSomewhere),
        ("GET", "admin/content/targets/pictures", "/admin/content/targets/pictures", Need.EditSomewhere),
        ("POST", "admin/content/{id}/edit/work", "/admin/content/ID/edit/work", Need.Edit),
        ("POST", "admin/content/{id}/edit/work/removal", "/admin/content/ID/edit/work/removal", Need.Entry),
        ("POST", "admin/content/{id}/edit/resolution/draft", "/admin/content/ID/edit/resolution/draft", Need.Edit),
        ("POST", "admin/content/{id}/edit/resolution/publication", "/admin/content/ID/edit/resolution/publication", Need.Publish),
        ("POST", "admin/content/{id}/publication", "/admin/content/ID/publication", Need.Publish),
        ("POST", "admin/content/{id}/publication/removal", "/admin/content/ID/publication/removal", Need.Publish),
        ("POST", "admin/content/{id}/draft/removal", "/admin/content/ID/draft/removal", Need.Edit),
        ("POST", "admin/content/{id}/removal", "/admin/content/ID/removal", Need.Delete),
        ("POST", "admin/content/{id}/restoration", "/admin/content/ID/restoration", Need.DeleteSomewhere),
        ("POST", "admin/content/{id}/versions/{version}/restoration", "/admin/content/ID/versions/none/restoration", Need.EditSomewhere),
        ("POST", "admin/content/{id}/duplication", "/admin/content/ID/duplication", Need.Edit),
        ("POST", "admin/content/{id}/review", "/admin/content/ID/review", Need.Edit),
        ("POST", "admin/content/{id}/plans/{verb}", "/admin/content/ID/plans/unpublish", Need.Publish),
        ("POST", "admin/content/{id}/plans/{verb}/removal", "/admin/content/ID/plans/unpublish/removal", Need.Publish),
        ("POST", "admin/content/selection/publication", "/admin/content/selection/publication", Need.PreviewSomewhere),
        ("POST", "admin/content/selection/publication/removal", "/admin/content/selection/publication/removal", Need.PreviewSomewhere),
        ("POST", "admin/content/selection/removal", "/admin/content/selection/removal", Need.PreviewSomewhere),
        ("GET", "admin/features", "/admin/features", Need.ManageFeatures),
        ("POST", "admin/features/{id}/activation", "/admin/features/None/activation", Need.ManageFeatures),
        ("POST", "admin/features/{id}/deactivation", "/admin/features/None/deactivation", Need.ManageFeatures),
        ("GET", "admin/recipes", "/admin/recipes", Need.Everything),
        ("POST", "admin/recipes/{name}/plan", "/admin/recipes/none/plan", Need.Everything),
        ("POST", "admin/recipes/{name}/run", "/admin/recipes/none/run", Need.Everything),
        ("GET", "admin/users", "/admin/users", Need.ManageUsers),
        ("GET", "admin/users/new", "/admin/users/new", Need.ManageUsers),
        ("POST", "admin/users/new", "/admin/users/new", Need.ManageUsers),
        ("GET", "admin/users/{id}/{handler?}", "/admin/users/none", Need.ManageUsers),
        ("POST", "admin/users/{id}/{handler?}", "/admin/users/none/Enabling", Need.ManageUsers),
        ("GET", "admin/roles", "/admin/roles", Need.ManageRoles),
        ("POST", "admin/roles", "/admin/roles", Need.ManageRoles),
        ("GET", "admin/roles/{name}/{handler?}", "/admin/roles/Editor", Need.ManageRoles),
        ("POST", "admin/roles/{name}/{handler?}", "/admin/roles/Nothing/Removal", Need.ManageRoles),
        ("POST", "api/content", "/api/content?draft=true", Need.EditSomewhere),
        ("POST", "api/content", "/api/content", Need.PublishSomewhere),
        ("DELETE", "api/content/{contentItemId}", "/api/content/ID", Need.Delete),
    ];

    /// <summary>An editor of the other language, and one of another publisher: the role does not change what is out of their scope.</summary>
    private const string English = "Editor in English only";
    private const string Elsewhere = "Editor of another publisher";

    /// <summary>What each role may do to what it made itself, and to what others made.</summary>
    private static readonly Dictionary<string, (Need[] Own, Need[] Others)> _roles = new()
    {
        ["Administrator"] = (Enum.GetValues<Need>(), Enum.GetValues<Need>()),
        ["Editor"] = ([Need.Preview, Need.Edit, Need.Publish, Need.Delete], [Need.Preview, Need.Edit, Need.Publish, Need.Delete]),
        ["Author"] = ([Need.Preview, Need.Edit, Need.Publish, Need.Delete], []),
        ["Contributor"] = ([Need.Preview, Need.Edit], []),
        ["Moderator"] = ([Need.Preview], [Need.Preview]),
        ["Translator"] = ([Need.Preview, Need.Edit], [Need.Preview, Need.Edit]),
        ["TrialPublisher"] = ([Need.Preview, Need.Edit, Need.Publish], [Need.Preview, Need.Edit, Need.Publish]),
        ["PagePublisher"] = ([], []),
        ["Onlooker"] = ([], []),
        [English] = ([], []),
        [Elsewhere] = ([], []),
    };

    [Fact]
    public async Task Every_route_of_the_back_office_is_in_the_table()
    {
        var mapped = new List<string>();
        await site.RunAsync<EndpointDataSource>(source =>
        {
            mapped.AddRange(source.Endpoints.OfType<RouteEndpoint>().SelectMany(Names));
            return Task.CompletedTask;
        });

        Assert.NotEmpty(mapped);
        var known = _routes.Select(route => $"{route.Method} {route.Pattern}").ToHashSet();
        Assert.Equal([], mapped.Distinct().Except(known));
        Assert.Equal([], known.Except(mapped).Where(name => name.StartsWith("GET", StringComparison.Ordinal)));
    }

    /// <summary>A page takes a form only where the table says so: a page without a handler for it would be shown unasked.</summary>
    [Fact]
    public async Task Page_without_a_form_answers_405_to_one()
    {
        await site.AddAsync("poster", "Administrator");
        using var browser = await site.OpenAsAsync("poster");
        var token = await TokenAsync(browser);
        foreach (var (_, pattern, address, _) in _routes.Where(route => route.Method == "GET" && !route.Pattern.Contains("{button}", StringComparison.Ordinal) && !route.Pattern.Contains("{**", StringComparison.Ordinal) && !_routes.Any(other => other.Method == "POST" && other.Pattern == route.Pattern)))
        {
            var status = await AskAsync(browser.Client, "POST", address.Replace("ID", "page", StringComparison.Ordinal), token);
            Assert.True(status is 404 or 405, $"POST {pattern} answers {status}");
        }
    }

    public static TheoryData<string> Roles => [.. _roles.Keys];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Role_does_what_the_table_says_and_nothing_else(string role)
    {
        var name = "table-" + role.Replace(' ', '-');
        await site.AddAsync(name, role is English or Elsewhere ? Role.Editor : role, role switch
        {
            English => new ActorScope(null, new HashSet<string> { "en" }),
            Elsewhere => new ActorScope(new HashSet<string> { "elsewhere" }, null),
            _ => ActorScope.Everything,
        });
        var (own, others) = (await site.DraftOfAsync(name), await site.DraftOfAsync("somebody"));
        using var browser = await site.OpenAsAsync(name);
        using var script = await site.ScriptAsync(name);
        var token = await TokenAsync(browser);
        var wrong = new List<string>();
        foreach (var (id, may) in new[] { (own, _roles[role].Own), (others, _roles[role].Others) })
        {
            foreach (var (method, pattern, address, need) in _routes)
            {
                var status = await AskAsync(pattern.StartsWith("api", StringComparison.Ordinal) ? script : browser.Client, method, address.Replace("ID", id, StringComparison.Ordinal), token);
                var isAllowed = may.Contains(need) || need == Need.Entry || IsSomewhere(role, need);
                if ((status is 401 or 403) == isAllowed || status >= 500)
                {
                    wrong.Add($"{role}, {(id == own ? "own" : "another's")}: {method} {address} answers {status}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(_roles[role].Others.Contains(Need.Edit) || await site.RevisionAsync(others) == 1);
    }

    [Fact]
    public async Task Nobody_signed_in_is_sent_to_sign_in_by_every_route()
    {
        using var visitor = site.Open();
        foreach (var (method, pattern, address, _) in _routes)
        {
            var status = await AskAsync(visitor.Client, method, address.Replace("ID", "anything", StringComparison.Ordinal), "none");
            Assert.True(status == (pattern.StartsWith("api", StringComparison.Ordinal) ? 401 : 302), $"{method} {address} answers {status}");
        }
    }

    private static async Task<string> TokenAsync(Browser browser) => System.Text.RegularExpressions.Regex.Match(
        await browser.Client.GetStringAsync("/account/tokens"), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>Rights that ask for any content at all follow from those on own content.</summary>
    private static bool IsSomewhere(string role, Need need)
    {
        Need[] elsewhere = role switch
        {
            "PagePublisher" => [Need.Preview, Need.Edit, Need.Publish],
            English or Elsewhere => [Need.Preview, Need.Edit, Need.Publish, Need.Delete],
            _ => [],
        };
        var all = _roles[role].Own.Concat(_roles[role].Others).Concat(elsewhere).ToHashSet();
        return need switch
        {
            Need.PreviewSomewhere => all.Contains(Need.Preview),
            Need.Create => _roles[role].Own.Contains(Need.Edit),
            Need.EditSomewhere => all.Contains(Need.Edit),
            Need.PublishSomewhere => all.Contains(Need.Publish),
            Need.DeleteSomewhere => all.Contains(Need.Delete),
            _ => false,
        };
    }

    private static async Task<int> AskAsync(HttpClient client, string method, string address, string token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (address.StartsWith("/api", StringComparison.Ordinal))
        {
            request.Content = method == "POST" ? new StringContent("{", Encoding.UTF8, "application/json") : null;
            request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"never\""));
        }
        else if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("revision", "0"), KeyValuePair.Create("_type", "Trial"), KeyValuePair.Create("_culture", "fr"),
                KeyValuePair.Create("_revision", "0"), KeyValuePair.Create("Trial.Line", "x"), KeyValuePair.Create("at", "never"),
            ]);
        }

        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private static IEnumerable<string> Names(RouteEndpoint endpoint)
    {
        var pattern = endpoint.RoutePattern.RawText!.Trim('/').Replace(":regex(^(publish|unpublish)$)", "", StringComparison.Ordinal);
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        var isWriting = pattern.StartsWith("api/content", StringComparison.Ordinal);
        return pattern.Split('/')[0] == "admin" || isWriting ? methods.Where(method => !isWriting || method is not ("GET" or "HEAD")).Select(method => $"{method} {pattern}") : [];
    }

    public sealed class RightsSite : EditorSite
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var (name, rights) in new[]
            {
                ("TrialPublisher", new[] { "AccessAdminPanel", "Publish_Trial" }), ("PagePublisher", ["AccessAdminPanel", "Publish_Page"]), ("Onlooker", ["AccessAdminPanel"]),
            })
            {
                await RunAsync<RoleStore>(store => store.SaveAsync(new Role(name, "", rights)));
            }

            await AddAsync("somebody", "Editor");
        }

        /// <summary>A draft that somebody made; its id.</summary>
        public async Task<string> DraftOfAsync(string name)
        {
            var (account, id) = (await AccountAsync(name), "");
            await RunAsync<ContentManager>(async manager =>
            {
                var actor = new Actor(account.Id, name, new HashSet<string> { Actor.SiteOwner.Name });
                var item = (await manager.NewAsync("Trial", "fr", actor)).Alter<TitlePart>(part => part.Title = $"Essai de {name}");
                id = (await manager.SaveDraftAsync(item, actor)).Item.ContentItemId;
            });
            return id;
        }

        public async Task<int> RevisionAsync(string id)
        {
            var revision = 0;
            await RunAsync<ContentManager>(async manager => revision = (await manager.LatestAsync(id, Actor.System))!.Revision);
            return revision;
        }

        /// <summary>A program with an access token of the account.</summary>
        public async Task<HttpClient> ScriptAsync(string name)
        {
            var account = await AccountAsync(name);
            var secret = "";
            await RunAsync<TokenStore>(async tokens => secret = await tokens.MakeAsync(new AccountState(account.Id, name, account.SecurityStamp, true, false, false, [.. account.Roles], account.Scope), "table", 1, default));
            var client = Open().Client;
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            return client;
        }
    }
}
