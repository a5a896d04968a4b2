using System.Text;
using Microsoft.AspNetCore.Http;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.Http;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>Bodies of an upload, byte by byte.</summary>
public sealed class UploadDetailTests
{
    private static readonly DirectLineOptions Limits = new()
    {
        MaximumFiles = 2,
        MaximumFileBytes = 10,
        MaximumUploadBytes = 15,
        MaximumActivityCharacters = 20,
    };

    [Theory]
    [InlineData("filename=a.png", "Content-Type: image/png", "a.png", "image/png")]
    [InlineData("filename=\"a b.png\"", "Content-Type: image/png; q=1", "a b.png", "image/png")]
    [InlineData("filename=\"/home/ada/a.png\"", "Content-Type: nonsense", "a.png", "application/octet-stream")]
    [InlineData("filename=a.png; filename*=UTF-8''%C3%A4.png", "X: y", "ä.png", "application/octet-stream")]
    [InlineData("filename=\"\"", "X: y", "file", "application/octet-stream")]
    [InlineData("size=1", "X: y", "file", "application/octet-stream")]
    public async Task A_file_has_a_name_and_a_type(string disposition, string header, string name, string type)
    {
        var body = await PartsAsync(File(disposition, "abc", header));

        var file = body.Files.ShouldHaveSingleItem();
        (file.Name, file.ContentType).ShouldBe((name, type));
        body.ActivityJson.ShouldBeNull();
    }

    [Fact]
    public async Task A_long_name_is_cut_and_a_long_type_is_none()
    {
        var longName = new string('x', 201);
        var body = await PartsAsync(
            File($"filename={longName}", "a", $"Content-Type: image/{new string('y', 194)}"),
            File($"filename={longName[1..]}", "a", $"Content-Type: image/{new string('y', 195)}"));

        body.Files.Select(file => file.Name!.Length).ShouldBe([200, 200]);
        body.Files.Select(file => file.ContentType!.Length).ShouldBe([200, "application/octet-stream".Length]);
    }

    [Theory]
    [InlineData(10, 5, true)]
    [InlineData(11, 0, false)]
    [InlineData(10, 6, false)]
    [InlineData(5, 10, true)]
    [InlineData(5, 11, false)]
    public async Task Each_file_and_all_together_have_a_limit(int first, int second, bool isTaken)
    {
        var read = PartsAsync(File("filename=a", new string('a', first)), File("filename=b", new string('b', second)));
        if (isTaken)
        {
            (await read).Files.Count.ShouldBe(2);
        }
        else
        {
            (await Should.ThrowAsync<RequestRefusedException>(() => read)).Status.ShouldBe(413);
        }
    }

    [Fact]
    public async Task The_activity_is_no_file_and_has_a_limit_of_its_own()
    {
        var activity = $$"""{"text":"{{new string('x', 9)}}"}""";
        activity.Length.ShouldBe(20);
        var body = await PartsAsync(
            File("filename=a", "a"), Part("name=activity", activity, "X: y"), File("filename=b", "b"));

        Encoding.UTF8.GetString(body.ActivityJson!).ShouldBe(activity);
        body.Files.Select(file => file.Name).ShouldBe(["a", "b"]);
        (await Should.ThrowAsync<RequestRefusedException>(() => PartsAsync(Part("name=activity", $" {activity}", "X: y"))))
            .Status.ShouldBe(413);
    }

    [Fact]
    public async Task A_file_too_many_is_refused_however_small()
    {
        var files = Enumerable.Repeat(File("filename=a", ""), 3).ToArray();
        (await Should.ThrowAsync<RequestRefusedException>(() => PartsAsync(files))).Message.ShouldContain("More than 2 files");
    }

    [Theory]
    [InlineData("--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--\r\n", "multipart/form-data; boundary=x")]
    [InlineData("--x\r\nContent-Disposition: form-data", "multipart/form-data; boundary=x")]
    [InlineData("--x--", "multipart/form-data")]
    [InlineData("--x--", "multipart/form-data; boundary=\"\"")]
    public async Task What_is_broken_is_400(string body, string contentType) =>
        (await Should.ThrowAsync<RequestRefusedException>(() => ReadAsync(body, contentType))).Status.ShouldBe(400);

    [Theory]
    [InlineData(200, 0)]
    [InlineData(201, 400)]
    public async Task A_boundary_has_a_limit(int length, int status)
    {
        // The reader has a shorter one of its own, which is 400 too.
        var boundary = new string('x', length);
        var read = () => ReadAsync($"--{boundary}--\r\n", $"multipart/form-data; boundary={boundary}");
        if (status == 0)
        {
            (await read()).Files.ShouldBeEmpty();
        }
        else
        {
            (await Should.ThrowAsync<RequestRefusedException>(read)).Status.ShouldBe(status);
        }
    }

    [Theory]
    [InlineData("MULTIPART/form-data; boundary=x", 0)]
    [InlineData("multipart/mixed; boundary=x", 415)]
    [InlineData("nonsense", 415)]
    [InlineData(null, 415)]
    public async Task Only_multipart_is_read(string? contentType, int status)
    {
        var read = () => ReadAsync("--x--\r\n", contentType);
        if (status == 0)
        {
            await read();
        }
        else
        {
            (await Should.ThrowAsync<RequestRefusedException>(read)).Status.ShouldBe(status);
        }
    }

    private static string File(string disposition, string content, string header = "Content-Type: image/png") =>
        Part($"name=file; {disposition}", content, header);

    private static string Part(string disposition, string content, string header) =>
        $"--x\r\nContent-Disposition: form-data; {disposition}\r\n{header}\r\n\r\n{content}\r\n";

    private static Task<UploadBody> PartsAsync(params string[] parts) =>
        ReadAsync($"{string.Concat(parts)}--x--\r\n", "multipart/form-data; boundary=x");

    private static Task<UploadBody> ReadAsync(string body, string? contentType)
    {
        var request = new DefaultHttpContext().Request;
        (request.Body, request.ContentType) = (new MemoryStream(Encoding.UTF8.GetBytes(body)), contentType);
        return UploadBody.ReadAsync(request, Limits, wanted: null, TestContext.Current.CancellationToken);
    }
}
