using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SmartFlexBot.Channels.DirectLine;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class ForgedTokenTests
{
    public static TheoryData<string> Forgeries =>
        ["unsigned", "another key", "another algorithm", "another issuer", "another audience", "no expiry", "of the future",
        "no conversation", "tampered", "garbage", "two parts"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_refused(string forgery)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, genuine) = await host.GenerateAsync();

        var answer = await host.GetAsync($"/conversations/{conversationId}/activities", Forge(host, forgery, conversationId, genuine));

        answer.Status.ShouldBe(403);
        answer.ErrorCode.ShouldBe("BadArgument");
    }

    [Fact]
    public async Task The_forgers_tools_make_a_good_token_when_nothing_is_wrong_with_it()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, genuine) = await host.GenerateAsync();
        (await host.GetAsync(
            $"/conversations/{conversationId}/activities", Forge(host, "nothing", conversationId, genuine))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_token_of_one_conversation_opens_no_other()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (mine, token) = await host.GenerateAsync();
        var (other, _) = await host.GenerateAsync();

        (await host.GetAsync($"/conversations/{other}", token)).Status.ShouldBe(403);
        (await host.GetAsync($"/conversations/{other}/activities", token)).Status.ShouldBe(403);
        (await host.PostAsync($"/conversations/{other}/activities", token, """{"type":"message","text":"hi"}""")).Status.ShouldBe(403);
        (await host.GetAsync($"/conversations/{mine.ToUpperInvariant()}x", token)).Status.ShouldBe(403);
        host.Conversations.InboxOf(other).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_is_no_token_for_a_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, _) = await host.GenerateAsync();
        (await host.GetAsync($"/conversations/{conversationId}", DirectLineHost.Secret)).Status.ShouldBe(403);
    }

    private static string Forge(DirectLineHost host, string forgery, string conversationId, string genuine)
    {
        var now = host.Time.GetUtcNow().UtcDateTime;
        SecurityKey key = host.Services.GetRequiredService<DirectLineKeys>().TokenKeys[0];
        var claims = new Dictionary<string, object>
        {
            ["jti"] = "1",
            ["user"] = "dl_ada",
            ["conv"] = conversationId,
            ["orig_iat"] = host.Time.GetUtcNow().ToUnixTimeSeconds(),
        };
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = DirectLineTokens.Issuer,
            Audience = DirectLineTokens.ApiAudience,
            NotBefore = now,
            Expires = now.AddMinutes(10),
            Claims = claims,
            SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
        };
        switch (forgery)
        {
            case "unsigned": descriptor.SigningCredentials = null; break;
            case "another key":
                descriptor.SigningCredentials = new(
                new SymmetricSecurityKey(new byte[32]), SecurityAlgorithms.HmacSha256); break;
            case "another algorithm": return WithHs384(genuine, ((SymmetricSecurityKey)key).Key);
            case "another issuer": descriptor.Issuer = "https://login.example"; break;
            case "another audience": descriptor.Audience = DirectLineTokens.StreamAudience; break;
            case "no expiry": descriptor.Expires = null; break;
            case "of the future": descriptor.NotBefore = now.AddMinutes(5); break;
            case "no conversation": claims.Remove("conv"); break;
            case "tampered": return genuine[..^10] + new string([.. genuine[^10..].Reverse()]);
            case "garbage": return "not.a.token";
            case "two parts": return genuine[..genuine.LastIndexOf('.')];
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    private static string WithHs384(string token, byte[] key)
    {
        var signed = """{"alg":"HS384","typ":"JWT"}""";
        signed = $"{Base64UrlEncoder.Encode(signed)}.{token.Split('.')[1]}";
        return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA384.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }
}
