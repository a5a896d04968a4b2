namespace SmartFlexBot.Tests.Attacks;

/// <summary>Each is refused for its own reason, without a word of the inside, and whoever is in the chat sees nothing of it.</summary>
public sealed class AttackTests(AttackedHost host) : IClassFixture<AttackedHost>
{
    private static readonly Attack[] All =
        [.. CredentialAttacks.All, .. BrowserAttacks.All, .. ConversationAttacks.All, .. HttpAttacks.All];

    public static TheoryData<string> Names => [.. All.Select(attack => attack.Name)];

    [Fact]
    public void There_are_many_and_no_two_are_the_same()
    {
        All.Length.ShouldBeGreaterThanOrEqualTo(260);
        All.Select(attack => attack.Request).ShouldBeUnique();
        All.Select(attack => attack.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_refused(string name)
    {
        var attack = All.Single(one => one.Name == name);
        var before = await host.VictimSeesAsync();

        var (status, text) = await host.SendAsync(attack);

        attack.Refusals.ShouldContain(status, text);
        text.ShouldNotContain("   at SmartFlexBot", customMessage: "no calls of the inside");
        text.ShouldNotContain("\nServer:");
        if (attack.Lacks is { } secret)
        {
            text.ShouldNotContain(secret, Case.Insensitive);
        }

        (await host.VictimSeesAsync()).ShouldBe(before);
    }
}
