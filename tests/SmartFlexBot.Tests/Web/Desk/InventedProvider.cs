using System.Security.Cryptography;
using System.Text.Json;
using System.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SmartFlexBot.Web.Desk.SignIn;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>An OpenID Connect provider at the other end of the wire: its configuration, its key, and its answer to a code.</summary>
internal sealed class InventedProvider : HttpMessageHandler
{
    private const string Issuer = "https://login.example.com";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "k1" };
    private string _nonce = "";

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The token is signed with another key.</summary>
    public bool IsForged { get; init; }

    /// <summary>The token's signature is left away.</summary>
    public bool IsUnsigned { get; init; }

    public Task<DeskHost> StartHostAsync(string environment = "Production") => DeskHost.StartAsync(
        environment,
        services => services.AddOptions<OpenIdConnectOptions>(DeskProvider.Scheme).PostConfigure(options =>
        {
            var configuration = new OpenIdConnectConfiguration
            {
                Issuer = Issuer,
                AuthorizationEndpoint = $"{Issuer}/authorize",
                TokenEndpoint = $"{Issuer}/token",
                SigningKeys = { _key },
            };
            options.Configuration = configuration;
            options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
            options.Backchannel = new HttpClient(this, disposeHandler: false);
        }),
        ("Desk:Authority", Issuer), ("Desk:ClientId", "desk"), ("Desk:ClientSecret", "a secret"));

    /// <summary>Goes to the provider and comes back with a code.</summary>
    public async Task<HttpResponseMessage> SignInAsync(DeskBrowser browser)
    {
        using var away = await browser.GetAsync("/desk/sign-in/go");
        var asked = HttpUtility.ParseQueryString(away.Headers.Location!.Query);
        _nonce = asked["nonce"]!;
        return await browser.GetAsync($"/desk/signed-in?code=c1&state={Uri.EscapeDataString(asked["state"]!)}");
    }

    private string Given(string token) => IsUnsigned ? token[..(token.LastIndexOf('.') + 1)] : token;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri!.AbsolutePath.ShouldBe("/token");
        var now = new DateTime(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "desk",
            NotBefore = now,
            IssuedAt = now,
            Expires = now.AddYears(50),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "u-1",
                ["name"] = "Ana Agent",
                ["nonce"] = _nonce,
                ["roles"] = Roles.ToArray(),
            },
            SigningCredentials = new(
                IsForged ? new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k1" } : _key, SecurityAlgorithms.RsaSha256),
        });
        return Task.FromResult(new HttpResponseMessage
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new { id_token = Given(token), access_token = "a", token_type = "Bearer" }),
                System.Text.Encoding.UTF8, "application/json"),
        });
    }
}
