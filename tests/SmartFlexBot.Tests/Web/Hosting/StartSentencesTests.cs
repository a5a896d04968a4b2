using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmartFlexBot.Web.Hosting;
using SmartFlexBot.Web.Logs;
using SmartFlexBot.Web.Proxy;

namespace SmartFlexBot.Tests.Web.Hosting;

/// <summary>What stops a start is said in sentences; what is a fault of ours keeps its trace.</summary>
public sealed class StartSentencesTests
{
    public static TheoryData<Exception, string[]?> Problems => new()
    {
        { new OptionsValidationException("x", typeof(object), ["one", "two"]), ["one", "two"] },
        { Attribute("Quotas:Messages must lie between 1 and 9; 5 is usual."), ["Quotas:Messages must lie between 1 and 9; 5 is usual."] },
        { new IOException("Port 80.", new AddressInUseException("x")), ["Port 80. Set another one with --urls (or ASPNETCORE_URLS)."] },
        { new InvalidDataException("Bad file.", new FormatException("Line 3.")), ["Bad file. Line 3."] },
        { new InvalidDataException("Bad file."), ["Bad file."] },
        { new IOException("No disk."), ["No disk."] },
        { new UnauthorizedAccessException("Not yours."), ["Not yours."] },
        { new System.Security.Cryptography.CryptographicException("No key."), ["No key."] },
        { new AggregateException(new IOException("a"), new InvalidDataException("b")), ["a", "b"] },
        { new AggregateException(new IOException("a"), new NotSupportedException("b")), null },
        { new InvalidOperationException("a fault of ours"), null },
        { new NotSupportedException("a fault of ours"), null },
    };

    private static OptionsValidationException Attribute(string sentence) => new(
        "x", typeof(object), [$"DataAnnotation validation failed for 'X' members: 'Y' with the error: '{sentence}'."]);

    [Theory, MemberData(nameof(Problems), DisableDiscoveryEnumeration = true)]
    public void A_problem_is_said_or_is_a_fault_of_ours(Exception problem, string[]? sentences) =>
        (StartProblems.Sentences(problem)?.ToArray()).ShouldBe(sentences);

    [Fact]
    public void An_address_that_cannot_be_listened_at_names_the_setting() =>
        StartProblems.Sentences(new SocketException((int)SocketError.AddressNotAvailable))!.Single().ShouldContain("--urls");

    [Fact]
    public async Task The_exit_code_tells_whether_it_ended_well_and_a_fault_of_ours_keeps_its_calls()
    {
        using var said = new StringWriter();

        (await StartProblems.RunAsync(() => Task.CompletedTask, said)).ShouldBe(0);
        said.ToString().ShouldBeEmpty();
        (await StartProblems.RunAsync(() => throw new AggregateException(new IOException("One."), new IOException("One.")), said))
            .ShouldBe(1);
        said.ToString().ShouldBe("One." + Environment.NewLine);
        await Should.ThrowAsync<NotSupportedException>(() => StartProblems.RunAsync(() => throw new NotSupportedException(), said));
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel.Core", "Unable to configure HTTPS endpoint.", "There is no certificate for https")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel.Core", "Something else.", null)]
    [InlineData("Microsoft.Extensions.Configuration.Binder", "Something else.", "Something else.")]
    [InlineData("Elsewhere", "Unable to configure HTTPS endpoint.", null)]
    public void A_library_is_known_by_its_name(string source, string message, string? sentence)
    {
        var sentences = StartProblems.Sentences(new InvalidOperationException(message) { Source = source });

        (sentences is null).ShouldBe(sentence is null);
        sentences?.Single().ShouldStartWith(sentence!);
    }

    [Theory]
    [InlineData("System.TimeSpan", "00:00:08")]
    [InlineData("System.Boolean", "true or false")]
    [InlineData("System.Int32", "a whole number")]
    [InlineData("System.Int64", "a whole number")]
    [InlineData("System.Double", "a number like 1.5")]
    [InlineData("System.Decimal", "a number like 1.5")]
    [InlineData("System.Uri", "an address like")]
    [InlineData("SmartFlexBot.Kraken.OnboardingApi", "Classic, Wizard")]
    [InlineData("System.DayOfWeek", "cannot be read")]
    [InlineData("SmartFlexBot.Kraken.KrakenOptions", "cannot be read")]
    public void A_word_where_something_else_belongs_is_told_with_what_belongs_there(string type, string advice) =>
        UnreadableSetting.Sentence($"Failed to convert configuration value 'soon' at 'Kraken:Timeout' to type '{type}'.")
            .ShouldSatisfyAllConditions(
                sentence => sentence.ShouldStartWith("Kraken:Timeout is 'soon'. "), sentence => sentence.ShouldContain(advice));

    [Fact]
    public void Another_message_is_left_as_it_is() => UnreadableSetting.Sentence("Something else.").ShouldBe("Something else.");

    [Theory]
    [InlineData("Logging:LogLevel:Default", "Warning", true)]
    [InlineData("Logging:LogLevel:Default", "warning", true)]
    [InlineData("Logging:Console:LogLevel:Default", "Loud", false)]
    [InlineData("Logging:LogLevel:Default", "Loud", false)]
    [InlineData("Logging:Console:FormatterName", "Loud", true)]
    [InlineData("Logging:LogLevel:Default", null, true)]
    public void A_level_that_does_not_exist_is_named(string key, string? value, bool isRight)
    {
        var check = () => LogLevels.Check(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());
        if (isRight)
        {
            check();
        }
        else
        {
            Should.Throw<InvalidDataException>(check).Message.ShouldStartWith($"{key} is 'Loud'. Write one of Trace, Debug,");
        }
    }

    [Fact]
    public void A_host_with_a_level_that_does_not_exist_is_not_built() =>
        Should.Throw<InvalidDataException>(() => SmartFlexBotHost.Build(["--environment=Development", "--Logging:LogLevel:Default=Loud"]))
            .Message.ShouldStartWith("Logging:LogLevel:Default is 'Loud'.");

    [Theory]
    [InlineData("SmartFlexBot.Any", LogLevel.Trace, true)]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Critical, false)]
    [InlineData("Microsoft.AspNetCore.Http.Result.Redirect", LogLevel.Information, false)]
    [InlineData("Microsoft.AspNetCore.Http.Result.Redirect", LogLevel.Warning, true)]
    [InlineData("System.Net.Http.HttpClient", LogLevel.Information, false)]
    [InlineData("System.Net.Http.HttpClient", LogLevel.Warning, true)]
    [InlineData("Polly", LogLevel.Information, false)]
    [InlineData("Any.Other", LogLevel.Debug, false)]
    [InlineData("Any.Other", LogLevel.Information, true)]
    [InlineData(null, LogLevel.Information, true)]
    public void Frameworks_write_no_addresses_and_little_else_whatever_the_settings_say(string? category, LogLevel level, bool isWritten)
    {
        var logs = new PrivateLogs();
        logs.Started();
        Says(logs, category, level, (_, _, _) => true).ShouldBe(isWritten);
        Says(logs, category, level, (_, _, _) => false).ShouldBeFalse("what the settings keep quiet stays quiet");
    }

    [Theory]
    [InlineData("Microsoft.Extensions.Hosting.Internal.Host")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel")]
    [InlineData("Orleans.Runtime")]
    public void A_start_that_fails_is_told_by_its_sentence_alone(string category)
    {
        var logs = new PrivateLogs();
        Says(logs, category, LogLevel.Critical, null).ShouldBeFalse();
        Says(logs, "SmartFlexBot.Any", LogLevel.Information, null).ShouldBeTrue();
        logs.Started();
        Says(logs, category, LogLevel.Critical, null).ShouldBeTrue();
    }

    [Theory]
    [InlineData("urls", "http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("urls", "https://localhost:5001;http://localhost:5002", "http://localhost:5002")]
    [InlineData("urls", " ; https://localhost:5001 ", "https://localhost:5001")]
    [InlineData("urls", "http://*:80", "http://localhost:80")]
    [InlineData("urls", "http://+:81", "http://localhost:81")]
    [InlineData("urls", "http://0.0.0.0:82", "http://localhost:82")]
    [InlineData("urls", "http://[::]:83", "http://localhost:83")]
    [InlineData("http_ports", "8080;8081", "http://localhost:8080")]
    [InlineData("https_ports", "8443", "https://localhost:8443")]
    [InlineData("other", "", "http://localhost:5000")]
    public void The_own_address_is_the_first_that_can_be_called(string key, string value, string address) =>
        OwnAddress.Of(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()).ShouldBe(new Uri(address));

    [Fact]
    public void Plain_ports_count_before_secure_ones() => OwnAddress.Of(new ConfigurationBuilder().AddInMemoryCollection(
        [new("http_ports", "8080"), new("https_ports", "8443")]).Build()).ShouldBe(new Uri("http://localhost:8080"));

    [Fact]
    public void What_is_no_address_is_named() => Should.Throw<InvalidDataException>(() => OwnAddress.Of(
        new ConfigurationBuilder().AddInMemoryCollection([new("urls", "nonsense")]).Build())).Message.ShouldContain("'nonsense'");

    private static bool Says(PrivateLogs logs, string? category, LogLevel level, Func<string?, string?, LogLevel, bool>? filter)
    {
        var options = new LoggerFilterOptions { Rules = { new LoggerFilterRule(null, null, LogLevel.Trace, filter) } };
        logs.PostConfigure(null, options);
        return options.Rules[^1].Filter!(null, category, level);
    }
}
