using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SmartFlexBot.Web.Desk.Pages;

/// <summary>What somebody wrote, to the letter: in a template, line breaks between its parts would be shown.</summary>
public sealed class PlainText : ComponentBase
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var (text, link) in TextParts.Of(Text))
        {
            if (link is null)
            {
                builder.AddContent(0, text);
                continue;
            }

            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "href", link.AbsoluteUri);
            builder.AddAttribute(3, "rel", "noopener noreferrer nofollow");
            builder.AddAttribute(4, "target", "_blank");
            builder.AddContent(5, text);
            builder.CloseElement();
            builder.OpenElement(6, "span");
            builder.AddAttribute(7, "class", "host");
            builder.AddContent(8, $" [{link.IdnHost}]");
            builder.CloseElement();
        }
    }
}
