using System.Text.Json.Nodes;
using SmartFlexBot.Conversations.Accounts;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Web.Privacy;

/// <summary>What whoever asks for their data gets: all that is kept, but nothing that opens something for who finds the file.</summary>
internal static class AccountFiles
{
    public static AccountExport Safe(AccountExport export) => export with
    {
        Records = [.. export.Records.Where(record => record.Kind != Ticket.RecordKind).Select(Safe)],
    };

    private static ExportedRecord Safe(ExportedRecord record)
    {
        if (record is { Kind: Journey.RecordKind, Content: JsonObject journey })
        {
            journey.Remove("signInAddress");
            journey.Remove("wizard");
        }

        return record;
    }
}
