using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SmartFlexBot.Kraken.Operations;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Watching;

/// <summary>
/// One request for many watches: devices once for each account (d0, d1, ...), wizards once for each watch (k0 and c0, ...).
/// </summary>
internal sealed record WatchDocument(KrakenDocument Document, JsonObject Variables, IReadOnlyList<WatchAliases> Watches) : IBatch
{
    private const string Name = "WatchOnboardings";

    public static WatchDocument Build(IReadOnlyList<WatchTarget> targets)
    {
        var accounts = targets.Select(target => target.Watch.Scope.AccountNumber).Distinct(StringComparer.Ordinal).ToList();
        var variables = new JsonObject();
        var declared = new List<string>();
        var fields = new StringBuilder();
        var aliases = new List<WatchAliases>();

        for (var i = 0; i < accounts.Count; i++)
        {
            variables[$"a{i}"] = accounts[i];
            declared.Add($"$a{i}: String!");
            fields.Append(
                CultureInfo.InvariantCulture, $"d{i}: devices(accountNumber: $a{i}) {{ ...DeviceFields onboardingWizard {{ id }} }}\n");
        }

        for (var i = 0; i < targets.Count; i++)
        {
            var account = accounts.IndexOf(targets[i].Watch.Scope.AccountNumber);
            aliases.Add(
                new(targets[i], $"d{account}", targets[i].WizardId is null ? null : $"k{i}", targets[i].WizardId is null ? null : $"c{i}"));
            if (targets[i].WizardId is not { } wizardId)
            {
                continue;
            }

            variables[$"w{i}"] = wizardId;
            declared.Add($"$w{i}: ID");
            var wizards = $"smartFlexOnboardingWizards(accountNumber: $a{account}, wizardId: $w{i}, includeCompleted: true";
            fields.Append(CultureInfo.InvariantCulture, $"k{i}: {wizards}, includeCancelled: false) {{ ...WizardFields }}\n");
            fields.Append(CultureInfo.InvariantCulture, $"c{i}: {wizards}, includeCancelled: true) {{ id }}\n");
        }

        var text = $"query {Name}({string.Join(", ", declared)}) {{ {fields} }}";
        return new(new(Name, OperationText.Print(OperationText.Assemble(text)), IsMutation: false), variables, aliases);
    }
}

/// <param name="Key">The watch's key.</param>
internal sealed record WatchTarget(string Key, OnboardingWatch Watch, string? WizardId);

/// <summary>Where in the answer a watch finds its parts.</summary>
internal sealed record WatchAliases(WatchTarget Target, string Devices, string? Kept, string? All)
{
    public bool Names(string? root) => root is not null && (root == Devices || root == Kept || root == All);
}
