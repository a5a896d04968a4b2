using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SmartFlexBot.Web.SignIn.Accounts;

namespace SmartFlexBot.Tests.Web.SignIn.Accounts;

public sealed class AccountSignInOptionsTests
{
    private const string Authority = "https://login.example.com";

    [Theory]
    [InlineData(null, null, null, null, "Production", null)]
    [InlineData(Authority, "chat", "accounts", null, "Production", null)]
    [InlineData(Authority, "chat", "accounts", "secret", "Production", null)]
    [InlineData("http://127.0.0.1:5000", "chat", "accounts", null, "Development", null)]
    [InlineData("http://login.example.com", "chat", "accounts", null, "Production", "https address")]
    [InlineData("login", "chat", "accounts", null, "Production", "https address")]
    [InlineData(Authority, null, "accounts", null, "Production", "Accounts:SignIn:ClientId")]
    [InlineData(Authority, "chat", " ", null, "Production", "Accounts:SignIn:AccountsClaim")]
    [InlineData(null, null, null, "secret", "Production", "Accounts:SignIn:Authority")]
    public void What_is_missing_is_said(
        string? authority, string? client, string? claim, string? secret, string environment, string? problem)
    {
        var options = new AccountSignInOptions
        {
            Authority = authority,
            ClientId = client,
            AccountsClaim = claim,
            ClientSecret = secret,
        };

        var answer = new AccountSignInOptionsValidator(new Place(environment)).Validate(null, options);

        (answer.FailureMessage ?? "").ShouldContain(problem ?? "");
        answer.Succeeded.ShouldBe(problem is null);
    }

    [Theory]
    [InlineData("00:04:59", false)]
    [InlineData("00:05:00", true)]
    [InlineData("365.00:00:00", true)]
    [InlineData("366.00:00:00", false)]
    public void A_chat_acts_for_an_account_from_minutes_to_a_year(string lifetime, bool isRight) =>
        new AccountSignInOptionsValidator(new Place("Production"))
            .Validate(null, new() { Lifetime = TimeSpan.Parse(lifetime, System.Globalization.CultureInfo.InvariantCulture) })
            .Succeeded.ShouldBe(isRight);

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
