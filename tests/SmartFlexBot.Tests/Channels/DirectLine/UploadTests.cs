using System.Net.Http.Headers;
using System.Text;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Channels.DirectLine;

public sealed class UploadTests
{
    private const string Message = """{"type":"message","text":"look","from":{"id":"dl_ada"},"channelData":{"clientActivityID":"c1"}}""";

    [Fact]
    public async Task A_message_with_files_enters_the_inbox_with_their_types_and_names_and_nothing_of_their_content()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();

        var answer = await UploadAsync(
            host, conversationId, token,
            Form(Message, ("car.png", "image/png", 1000), ("C:\\Users\\ada\\bill.pdf", "application/pdf", 10)));

        answer.Status.ShouldBe(200, answer.Body?.ToJsonString());
        var entry = (await LogAsync(host, conversationId)).ShouldHaveSingleItem();
        (entry.ReadActivity().Id, entry.ReadActivity().Text).ShouldBe((answer["id"], "look"));
        entry.ReadActivity().Attachments!.Select(file => (file.ContentType, file.ContentUrl, file.Content)).ShouldBe(
            [("image/png", null, null), ("application/pdf", null, null)]);
        entry.ReadActivity().Attachments![0].Name.ShouldBe("car.png");
    }

    [Fact]
    public async Task The_same_upload_again_gets_the_first_answer()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();

        var first = await UploadAsync(host, conversationId, token, Form(Message, ("car.png", "image/png", 10)));
        var second = await UploadAsync(host, conversationId, token, Form(Message, ("car.png", "image/png", 10)));

        second["id"].ShouldBe(first["id"]);
        (await LogAsync(host, conversationId)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_alone_is_a_message()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (conversationId, token) = await host.GenerateAsync();

        (await UploadAsync(host, conversationId, token, Form(activity: null, ("car.png", "image/png", 10)))).Status.ShouldBe(200);

        (await LogAsync(host, conversationId)).ShouldHaveSingleItem().ReadActivity().Type.ShouldBe("message");
    }

    public static TheoryData<string, int> Refused => new()
    {
        { "not multipart", 415 },
        { "no boundary", 400 },
        { "cut off", 400 },
        { "nothing in it", 400 },
        { "an activity that is no JSON", 400 },
        { "an activity that is a list", 400 },
        { "an event", 400 },
        { "a file too large", 413 },
        { "files too large together", 413 },
        { "too many files", 413 },
        { "an activity too long", 413 },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_cannot_be_taken_is_refused_plainly_and_leaves_nothing_behind(string what, int status)
    {
        await using var host = await DirectLineHost.StartAsync(new Dictionary<string, string?>
        {
            ["DirectLine:MaximumFileBytes"] = "1000",
            ["DirectLine:MaximumUploadBytes"] = "1500",
            ["DirectLine:MaximumActivityCharacters"] = "2000",
            ["DirectLine:MaximumFiles"] = "3",
        });
        var (conversationId, token) = await host.GenerateAsync();

        var answer = await UploadAsync(host, conversationId, token, Bad(what));

        answer.Status.ShouldBe(status, answer.Body?.ToJsonString());
        answer.ErrorMessage.ShouldNotBeNullOrEmpty();
        (await LogAsync(host, conversationId)).ShouldBeEmpty();
    }

    private static HttpContent Bad(string what) => what switch
    {
        "not multipart" => new StringContent("{}", Encoding.UTF8, "application/json"),
        "no boundary" => Raw("--x--", "multipart/form-data"),
        "cut off" => Raw("--x\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\nabc", "multipart/form-data; boundary=x"),
        "nothing in it" => Raw("--x--\r\n", "multipart/form-data; boundary=x"),
        "an activity that is no JSON" => Form("{", ("a.png", "image/png", 1)),
        "an activity that is a list" => Form("[]", ("a.png", "image/png", 1)),
        "an event" => Form("""{"type":"event","name":"webchat/x"}""", ("a.png", "image/png", 1)),
        "a file too large" => Form(Message, ("a.png", "image/png", 1001)),
        "files too large together" => Form(Message, ("a.png", "image/png", 900), ("b.png", "image/png", 900)),
        "too many files" => Form(Message, ("a", "image/png", 1), ("b", "image/png", 1), ("c", "image/png", 1), ("d", "image/png", 1)),
        "an activity too long" => Form($$"""{"type":"message","text":"{{new string('x', 3000)}}"}""", ("a.png", "image/png", 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "There is no such case."),
    };

    private static StringContent Raw(string body, string contentType)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    }

    /// <summary>As botframework-directlinejs builds it: the activity as a blob, each file under the name "file".</summary>
    private static MultipartFormDataContent Form(string? activity, params (string Name, string Type, int Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        if (activity is not null)
        {
            form.Add(Part(Encoding.UTF8.GetBytes(activity), "application/vnd.microsoft.activity"), "activity", "blob");
        }

        foreach (var (name, type, bytes) in files)
        {
            form.Add(Part(new byte[bytes], type), "file", name);
        }

        return form;
    }

    private static ByteArrayContent Part(byte[] bytes, string type)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new(type);
        return part;
    }

    private static async Task<Answer> UploadAsync(DirectLineHost host, string conversationId, string token, HttpContent body)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/v3/directline/conversations/{conversationId}/upload?userId=dl_ada")
        { Content = body };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await host.SendAsync(request);
    }

    private static Task<IReadOnlyList<LogEntry>> LogAsync(DirectLineHost host, string conversationId) =>
        host.Conversations.ReadAsync(new("directline", conversationId), 0, new(100, int.MaxValue), TestContext.Current.CancellationToken);
}
