using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>The one token of our OAuth client (client credentials): asked for when it is needed, once for all who wait for it.</summary>
internal sealed class GenesysTokens(IHttpClientFactory clients, IOptions<GenesysOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Task<Token>? _asked;

    /// <param name="rejected">One that Genesys does not take any more; null for none.</param>
    /// <exception cref="HubException"/>
    public async Task<string> GetAsync(string? rejected, CancellationToken cancellationToken)
    {
        Task<Token> asked;
        lock (_gate)
        {
            asked = _asked is { } known && (!known.IsCompleted || IsUsable(known, rejected)) ? known : _asked = AskAsync();
        }

        return (await asked.WaitAsync(cancellationToken)).Value;
    }

    private bool IsUsable(Task<Token> known, string? rejected) =>
        known.IsCompletedSuccessfully && known.Result.Value != rejected && time.GetUtcNow() < known.Result.ExpiresAt - Margin;

    /// <summary>Whoever gives up waiting does not end it for the others: the client's own limit does.</summary>
    private async Task<Token> AskAsync()
    {
        var settings = options.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{settings.Address("login")}/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.ClientId}:{settings.ClientSecret}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        using var response = await HubHttp.SendAsync(clients.CreateClient(GenesysApi.ClientName), request, CancellationToken.None);
        if (HubHttp.ProblemOf(response, time.GetUtcNow()) is { } problem)
        {
            // Whatever else it says of our credentials, no hand-over is to blame.
            throw problem.Problem == HubProblem.Passing ? problem : new HubException(
                HubProblem.Settings, problem.After, $"{problem.Message} for the token: are Hub:Genesys:ClientId and ClientSecret right?");
        }

        var answer = await HubHttp.ReadAsync(
            response, GenesysOAuthJson.Default.GenesysToken, GenesysApi.Question, CancellationToken.None);
        return answer.AccessToken is { Length: > 0 } value
            ? new Token(value, time.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn))
            : throw new HubException(HubProblem.Settings, TimeSpan.Zero, "its token is empty");
    }

    private sealed record Token(string Value, DateTimeOffset ExpiresAt)
    {
        /// <summary>Without the token: a record's own text would hold it.</summary>
        public override string ToString() => $"a token until {ExpiresAt:O}";
    }
}
