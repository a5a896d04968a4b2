using Microsoft.Extensions.Options;

namespace SmartFlexBot.Web.Page;

/// <summary>Settings of the chat page, section "Page".</summary>
public sealed class PageOptions
{
    public const string Section = "Page";

    /// <summary>Who may show the page in a frame: sources of the CSP directive frame-ancestors, separated by blanks.</summary>
    public string FrameAncestors { get; set; } = "'self'";

    /// <summary>Days without a visit after which the browser forgets its conversation.</summary>
    public int SessionDays { get; set; } = 30;

    /// <summary>Calls of /session that one address may make in a minute. Phone networks put many customers behind one address.</summary>
    public int SessionCallsPerMinute { get; set; } = 60;
}

internal sealed class PageOptionsValidator : IValidateOptions<PageOptions>
{
    public ValidateOptionsResult Validate(string? name, PageOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.FrameAncestors) || options.FrameAncestors.AsSpan().IndexOfAny(";,\r\n") >= 0)
        {
            problems.Add(
                "Set Page:FrameAncestors to CSP sources separated by blanks, "
                + "such as \"'self' https://www.example.com\", or to \"'none'\".");
        }

        if (options.SessionDays is < 1 or > 365)
        {
            problems.Add("Set Page:SessionDays to a number of days from 1 to 365.");
        }

        if (options.SessionCallsPerMinute < 1)
        {
            problems.Add("Set Page:SessionCallsPerMinute to 1 or more.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
