using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tenant;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>One request for the switches of many accounts: agreements (a0, a1, ...) and, in GB, enrolments (e0, e1, ...).</summary>
internal sealed record SwitchDocument(KrakenDocument Document, JsonObject Variables, IReadOnlyList<SwitchAliases> Accounts) : IBatch
{
    /// <param name="withEnrolments">False where the tenant has none: a field that is absent fails the whole request.</param>
    public static SwitchDocument Build(IReadOnlyList<string> accounts, bool withEnrolments)
    {
        var variables = new JsonObject();
        var fields = new StringBuilder();
        var aliases = new List<SwitchAliases>();
        for (var i = 0; i < accounts.Count; i++)
        {
            variables[$"n{i}"] = accounts[i];
            aliases.Add(new(accounts[i], $"a{i}", withEnrolments ? $"e{i}" : null));
            fields.Append(CultureInfo.InvariantCulture, $"a{i}: account(accountNumber: $n{i}) {{ ...TariffAccountFields }}\n");
            if (withEnrolments)
            {
                fields.Append(CultureInfo.InvariantCulture, $"e{i}: productEnrolments(accountNumber: $n{i}) {{ ...EnrolmentFields }}\n");
            }
        }

        var declared = string.Join(", ", aliases.Select((_, i) => $"$n{i}: String!"));
        var text = $"query ReadSwitches({declared}) {{ {fields} }}";
        return new(new("ReadSwitches", OperationText.Print(OperationText.Assemble(text)), IsMutation: false), variables, aliases);
    }
}

/// <summary>Where in the answer an account finds its parts.</summary>
internal sealed record SwitchAliases(string Account, string Agreements, string? Enrolments)
{
    public bool Names(string root) => root == Agreements || root == Enrolments;
}
