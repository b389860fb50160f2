namespace Cms.Benchmarks;

/// <summary>One request for a page, read to its end.</summary>
internal static class Page
{
    /// <exception cref="HttpRequestException">The answer is not a success.</exception>
    public static async Task<string> GetAsync(HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}
