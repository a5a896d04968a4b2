using System.Net;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Wizard;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Wizard;

namespace SmartFlexBot.Tests.Kraken.Client;

/// <summary>Whatever comes back is an answer, or says that there was none.</summary>
public sealed class ReplyReaderTests
{
    [Fact]
    public async Task An_error_is_read_as_far_as_it_has_its_shape()
    {
        var answered = (await ReadAsync("""
            {"data":null,"errors":["no object",7,
             {"message":"m","path":["devices",0],"extensions":{"errorCode":"KT-CT-4355","errorType":"APPLICATION",
              "testChargeRefusalReasons":["TC_LATE",7,null,"TC_FULL"]}},
             {"message":7,"path":"devices","extensions":["x"]},
             {"path":[7,"devices"],"extensions":{"errorCode":7,"testChargeRefusalReasons":"TC_LATE"}}]}
            """)).ShouldBeOfType<KrakenReply.Answered>();

        answered.Data.ShouldBeNull();
        answered.Errors.Select(error => (error.Code, error.Type, error.Message, error.Root)).ShouldBe(
        [
            ("KT-CT-4355", "APPLICATION", "m", "devices"),
            (null, null, "", null),
            (null, null, "", "devices"),
        ]);
        answered.Errors.Select(error => string.Join(' ', error.TestChargeRefusalReasons)).ShouldBe(["TC_LATE TC_FULL", "", ""]);
    }

    [Fact]
    public async Task By_the_request_id_of_the_answer_Krakens_own_people_find_what_was_refused()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("""{"errors":[{"message":"m","extensions":{"errorCode":"KT-CT-1111"}}]}"""),
            Headers = { { "X-Request-Id", "req-4711" } },
        };

        var reply = await ReplyReader.ReadAsync(response, TestContext.Current.CancellationToken);

        var error = reply.ShouldBeOfType<KrakenReply.Answered>().Errors.ShouldHaveSingleItem();
        WizardCommandResult.From(new WizardResult.Refused(WizardProblems.From(error))).RequestId.ShouldBe("req-4711");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"data":7}""")]
    [InlineData("""{"errors":{}}""")]
    [InlineData("""{"errors":[]}""")]
    [InlineData("""{"errors":["x"]}""")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task What_is_no_answer_of_GraphQL_says_nothing(string body) =>
        (await ReadAsync(body)).ShouldBeOfType<KrakenReply.Unavailable>().Reason.ShouldBe("HTTP 200 without a GraphQL answer");

    [Theory]
    [InlineData(200, true)]
    [InlineData(400, true)]
    [InlineData(422, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(302, false)]
    [InlineData(399, false)]
    [InlineData(408, false)]
    [InlineData(409, false)]
    [InlineData(500, false)]
    [InlineData(504, false)]
    public async Task A_body_counts_only_where_the_status_leaves_no_doubt(int status, bool counts) =>
        (await ReadAsync("""{"data":{"a":1}}""", status) is KrakenReply.Answered).ShouldBe(counts);

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 2)]
    [InlineData("3", 4)]
    public async Task A_read_is_sent_once_more_for_each_retry_that_is_set(string retries, int sent)
    {
        var kraken = new ScriptedKraken().On("ReadDevices", () => new(HttpStatusCode.ServiceUnavailable));
        await using var services = kraken.Start(("ReadRetries", retries));
        var directory = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<SmartFlexBot.Onboarding.Ports.IAccountDirectory>(services);

        await Should.ThrowAsync<SmartFlexBot.Onboarding.Ports.TenantUnavailableException>(
            () => directory.ReadDevicesAsync("A-1", TestContext.Current.CancellationToken));

        kraken.Asked("ReadDevices").Count().ShouldBe(sent);
    }

    private static async Task<KrakenReply> ReadAsync(string body, int status = 200)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        return await ReplyReader.ReadAsync(response, TestContext.Current.CancellationToken);
    }
}
