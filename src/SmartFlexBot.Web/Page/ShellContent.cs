using System.Text;
using System.Text.Encodings.Web;

namespace SmartFlexBot.Web.Page;

/// <param name="Text">The link's words.</param>
/// <param name="Href">An address of ours or an absolute http(s) address.</param>
public sealed record PageLink(string Text, string Href);

/// <param name="Text">The button's words.</param>
/// <param name="Value">What the form sends as <see cref="PageForm.Decision"/> when it is pressed.</param>
public sealed record PageButton(string Text, string Value);

/// <param name="Action">An address of ours, which the form is posted to.</param>
/// <param name="Token">What proves that our page was seen, and the name of its field.</param>
/// <param name="Buttons">The first one is what most people want.</param>
public sealed record PageForm(string Action, (string Name, string Value) Token, IReadOnlyList<PageButton> Buttons)
{
    /// <summary>The name of the field that says which button was pressed.</summary>
    public const string Decision = "decision";
}

/// <summary>What stands below the heading of a <see cref="PageShell"/> page, in the order in which it is added.</summary>
public sealed class ShellContent
{
    private readonly StringBuilder _html = new();

    public static ShellContent Of(IReadOnlyList<string> paragraphs, PageLink? link = null)
    {
        var content = new ShellContent();
        foreach (var paragraph in paragraphs)
        {
            content.Add(paragraph);
        }

        return link is null ? content : content.Add(link);
    }

    public ShellContent Add(string paragraph) => Append($"<p>{Encode(paragraph)}</p>");

    public ShellContent AddStrong(string paragraph) => Append($"<p class=\"shell-strong\">{Encode(paragraph)}</p>");

    public ShellContent Add(PageLink link) => Append($"<a class=\"shell-link\" href=\"{Encode(link.Href)}\">{Encode(link.Text)}</a>");

    /// <summary>Names and what they stand for, one below the other; those without a value are left out.</summary>
    public ShellContent Add(params ReadOnlySpan<(string Name, string? Value)> facts)
    {
        Append("<dl class=\"shell-facts\">");
        foreach (var (name, value) in facts)
        {
            if (value is not null)
            {
                Append($"<dt>{Encode(name)}</dt><dd>{Encode(value)}</dd>");
            }
        }

        return Append("</dl>");
    }

    /// <param name="path">One of our files. The page's policy has to allow it (<see cref="PageHeaders.ScriptPolicy"/>).</param>
    public ShellContent AddScript(string path) => Append($"<script type=\"module\" src=\"{Encode(path)}\"></script>");

    public ShellContent Add(PageForm form)
    {
        Append($"<form class=\"shell-form\" method=\"post\" action=\"{Encode(form.Action)}\">");
        Append($"<input type=\"hidden\" name=\"{Encode(form.Token.Name)}\" value=\"{Encode(form.Token.Value)}\">");
        var look = "shell-link";
        foreach (var button in form.Buttons)
        {
            var (text, value) = (Encode(button.Text), Encode(button.Value));
            Append($"<button class=\"{look}\" name=\"{PageForm.Decision}\" value=\"{value}\">{text}</button>");
            look = "shell-other";
        }

        return Append("</form>");
    }

    public override string ToString() => _html.ToString().TrimEnd();

    private ShellContent Append(string html)
    {
        _html.Append(html).Append("\n      ");
        return this;
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
