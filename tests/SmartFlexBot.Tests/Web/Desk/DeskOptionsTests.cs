using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SmartFlexBot.Web.Desk.SignIn;

namespace SmartFlexBot.Tests.Web.Desk;

public sealed class DeskOptionsTests
{
    [Fact]
    public void What_is_not_set_is_as_the_README_says()
    {
        Problems(new()).ShouldBeEmpty();
        new DeskOptions().ShouldSatisfyAllConditions(
            options => (options.IdleTime, options.LongestSession).ShouldBe((TimeSpan.FromMinutes(15), TimeSpan.FromHours(10))),
            options => (options.RoleClaim, options.AgentRole, options.SupervisorRole).ShouldBe(("roles", "agent", "supervisor")));
    }

    [Fact]
    public void A_provider_is_set_whole_and_reached_by_https()
    {
        Problems(Provider("https://login.example.com")).ShouldBeEmpty();
        Problems(new() { Authority = "https://login.example.com" }).Single().ShouldContain("Desk:ClientSecret");
        Problems(new() { ClientId = "desk" }).Single().ShouldContain("Desk:Authority");
        Problems(Provider("http://login.example.com")).Single().ShouldContain("https address");
        Problems(Provider("http://localhost:5000"), Environments.Development).ShouldBeEmpty();
        Problems(Provider("login")).Single().ShouldContain("Desk:Authority");
    }

    [Fact]
    public void Times_numbers_and_roles_have_their_limits()
    {
        Problems(new() { IdleTime = TimeSpan.FromSeconds(119) }).ShouldContain(problem => problem.Contains("Desk:IdleTime"));
        Problems(new() { IdleTime = TimeSpan.FromMinutes(2), LongestSession = TimeSpan.FromMinutes(2) }).ShouldBeEmpty();
        Problems(new() { IdleWarning = TimeSpan.FromSeconds(19) }).Single().ShouldContain("Desk:IdleWarning");
        Problems(new() { IdleWarning = TimeSpan.FromMinutes(15) }).Single().ShouldContain("Desk:IdleWarning");
        Problems(new() { LongestSession = TimeSpan.FromHours(25) }).Single().ShouldContain("Desk:LongestSession");
        Problems(new() { Capacity = 0 }).Single().ShouldContain("Desk:Capacity");
        Problems(new() { Capacity = 21 }).Single().ShouldContain("Desk:Capacity");
        Problems(new() { AgentRole = "supervisor" }).Single().ShouldContain("two different roles");
        Problems(new() { RoleClaim = " " }).Single().ShouldContain("Desk:RoleClaim");
    }

    private static DeskOptions Provider(string address) => new() { Authority = address, ClientId = "desk", ClientSecret = "secret" };

    private static string[] Problems(DeskOptions options, string environment = "Production") =>
        [.. new DeskOptionsValidator(new HostingEnvironment { EnvironmentName = environment }).Validate(null, options).Failures ?? []];
}
