using Microsoft.AspNetCore.Http;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.BotConnector.Invokes;

/// <summary>A file that somebody agreed to or declined. The bot offers none and takes none: it says so as to any file.</summary>
internal sealed class OfferedFiles(ConnectorActivities activities, IConversationInbox inbox)
{
    public async Task<IResult> RefuseAsync(Activity invoke, CancellationToken cancellationToken)
    {
        var message = invoke.ShallowCopy();
        message.Type = ActivityTypes.Message;
        message.Name = null;
        message.Value = null;
        message.Attachments = [new() { ContentType = "application/vnd.microsoft.teams.card.file.consent" }];
        if (activities.Read(message) is { } accepted)
        {
            await inbox.OpenAsync(accepted.Conversation, accepted.Origin, cancellationToken);
            await inbox.AcceptAsync(accepted.Conversation, accepted.Inbound, cancellationToken);
        }

        return Results.StatusCode(StatusCodes.Status200OK);
    }
}
