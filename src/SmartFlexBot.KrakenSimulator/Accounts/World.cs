using SmartFlexBot.KrakenSimulator.Clock;
using SmartFlexBot.KrakenSimulator.Devices;
using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Storage;

namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>
/// The demo customers as they are now. What time alone changes is worked out when it is read (<see cref="Timeline"/>); everything
/// else is a change, stored with its count in one transaction.
/// </summary>
internal sealed class World
{
    private const string Kind = "account";

    private readonly SimulatorStore store;
    private readonly SimulatedClock clock;
    private readonly Timeline timeline;

    public World(SimulatorStore store, SimulatedClock clock, Timeline timeline)
    {
        (this.store, this.clock, this.timeline) = (store, clock, timeline);
        store.Write(data =>
        {
            foreach (var account in DemoCustomers.All(clock.Now))
            {
                var stored = Get(data, account.Number);
                if (stored is null)
                    Put(data, account);
                else if (stored.Agreements.Count == 0)
                    // A file from before there were tariffs.
                    Put(data, stored with { Agreements = account.Agreements });
            }
        });
    }

    public DateTimeOffset Now => clock.Now;

    public IReadOnlyList<Account> All() => store.Read(data =>
        data.List(Kind, SimulatorJson.Default.Account).Select(account => timeline.Settle(account, clock.Now)).ToList());

    /// <summary>As people list them: by first property.</summary>
    public IOrderedEnumerable<Account> InOrder() => All().OrderBy(account => account.Homes[0].Id);

    public Account? Find(string number) => store.Read(data => Get(data, number)) is { } account ? timeline.Settle(account, clock.Now) : null;

    public bool Exists(string number) => store.Read(data => Get(data, number)) is not null;

    /// <summary>More customers than the demo has, until there are so many extra ones.</summary>
    public IReadOnlyList<Account> WithExtra(int count) => store.Write(data =>
    {
        var extra = Enumerable.Range(1, count).Select(index => DemoCustomers.Extra(index, clock.Now)).ToList();
        foreach (var account in extra.Where(account => Get(data, account.Number) is null))
            Put(data, account);
        return extra;
    });

    /// <summary>The account of a wizard, a device or a sign-in; null when there is no such id.</summary>
    public string? OwnerOf(string id) => store.Read(data => data.OwnerOf(id));

    /// <summary>Changes an account. A <see cref="KrakenError"/> from <paramref name="change"/> leaves it as it was.</summary>
    /// <param name="mutation">The mutation that takes effect, to be counted in the same transaction; null when it is none.</param>
    public Account Change(string number, string? mutation, Func<Account, DateTimeOffset, Account> change) => store.Write(data =>
    {
        var now = clock.Now;
        var changed = change(timeline.Settle(Get(data, number)!, now), now);
        var settled = timeline.Settle(changed, now);
        Put(data, settled);
        if (mutation is not null)
            data.Count(mutation, number, refused: false);
        return settled;
    });

    /// <summary>Counts a mutation that took effect and concerns no account.</summary>
    public void Count(string mutation) => store.Write(data => data.Count(mutation, null, refused: false));

    public void CountRefused(string mutation, string? account) => store.Write(data => data.Count(mutation, account, refused: true));

    public IReadOnlyList<MutationCount> Counts() => store.Read(data => data.Counts());

    private static Account? Get(SimulatorData data, string number) => data.Get(Kind, number, SimulatorJson.Default.Account);

    private static void Put(SimulatorData data, Account account)
    {
        data.Put(Kind, account.Number, account, SimulatorJson.Default.Account);
        var ids = account.Devices.Select(device => device.Id)
            .Concat(account.Wizards.Select(wizard => wizard.Id))
            .Concat(account.Enrolments.Select(enrolment => enrolment.Id))
            .Concat(account.SignIns.Select(signIn => signIn.State))
            .Append(account.KeyToken);
        foreach (var id in ids)
            data.Own(id, account.Number);
    }
}
