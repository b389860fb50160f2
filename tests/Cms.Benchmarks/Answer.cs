using System.Text.Json;

namespace Cms.Benchmarks;

/// <summary>An answer of the website, for the baselines to give the same bytes under the same headers.</summary>
internal sealed record Answer(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Headers that the server writes by itself.</summary>
    private static readonly string[] _servers = ["Date", "Transfer-Encoding", "Content-Length", "Connection", "Age"];

    public static async Task<Answer> ReadAsync(HttpClient client, string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", encoding } } };
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => !_servers.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        return new Answer(headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)), await response.Content.ReadAsByteArrayAsync());
    }

    public static async Task<Answer> LoadAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        return await JsonSerializer.DeserializeAsync<Answer>(stream) ?? throw new InvalidDataException($"{file} holds no answer.");
    }

    public async Task SaveAsync(string file)
    {
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, this);
    }
}
