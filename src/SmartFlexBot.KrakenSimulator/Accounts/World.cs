using SmartFlexBot.KrakenSimulator.Clock;
using SmartFlexBot.KrakenSimulator.Storage;


namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>
/// The demo customers as they are now. What time alone changes is worked out when it is read (<see cref="ITimeline"/>); everything
/// else is a change, stored with its count in one transaction.
/// </summary>
internal sealed class World
{
    private const string Kind = "account";

    private readonly SimulatorStore _store;
    private readonly SimulatedClock _clock;
    private readonly IReadOnlyList<ITimeline> _timelines;

    /// <param name="timelines">One after the other, in the order in which they are registered.</param>
    public World(SimulatorStore store, SimulatedClock clock, IEnumerable<ITimeline> timelines)
    {
        (_store, _clock, _timelines) = (store, clock, [.. timelines]);
        _store.Write(data =>
        {
            foreach (var account in DemoCustomers.All(_clock.Now))
            {
                var stored = Get(data, account.Number);
                if (stored is null)
                {
                    Put(data, account);
                }
                else if (stored.Agreements.Count == 0)
                {
                    // A file from before there were tariffs.
                    Put(data, stored with { Agreements = account.Agreements });
                }
            }
        });
    }

    public DateTimeOffset Now => _clock.Now;

    public IReadOnlyList<Account> All() => _store.Read(data =>
        data.List(Kind, AccountJson.Default.Account).Select(account => Settle(account, _clock.Now)).ToList());

    /// <summary>As people list them: by first property.</summary>
    public IOrderedEnumerable<Account> InOrder() => All().OrderBy(account => account.Homes[0].Id);

    public Account? Find(string number) => _store.Read(data => Get(data, number)) is { } account ? Settle(account, _clock.Now) : null;

    public bool Exists(string number) => _store.Read(data => Get(data, number)) is not null;

    /// <summary>More customers than the demo has, until there are so many extra ones.</summary>
    public IReadOnlyList<Account> WithExtra(int count) => _store.Write(data =>
    {
        var extra = Enumerable.Range(1, count).Select(index => DemoCustomers.Extra(index, _clock.Now)).ToList();
        foreach (var account in extra.Where(account => Get(data, account.Number) is null))
        {
            Put(data, account);
        }

        return extra;
    });

    /// <summary>The account of a wizard, a device or a sign-in; null when there is no such id.</summary>
    public string? OwnerOf(string id) => _store.Read(data => data.OwnerOf(id));

    /// <summary>Changes an account. An exception from <paramref name="change"/> leaves it as it was.</summary>
    /// <param name="mutation">The mutation that takes effect, to be counted in the same transaction; null when it is none.</param>
    public Account Change(string number, string? mutation, Func<Account, DateTimeOffset, Account> change) => _store.Write(data =>
    {
        var now = _clock.Now;
        var changed = change(Settle(Get(data, number)!, now), now);
        var settled = Settle(changed, now);
        Put(data, settled);
        if (mutation is not null)
        {
            data.Count(mutation, number, refused: false);
        }

        return settled;
    });

    /// <summary>Counts a mutation that took effect and concerns no account.</summary>
    public void Count(string mutation) => _store.Write(data => data.Count(mutation, null, refused: false));

    public void CountRefused(string mutation, string? account) => _store.Write(data => data.Count(mutation, account, refused: true));

    public IReadOnlyList<MutationCount> Counts() => _store.Read(data => data.Counts());

    private Account Settle(Account account, DateTimeOffset now) =>
        _timelines.Aggregate(account, (settled, timeline) => timeline.Settle(settled, now));

    private static Account? Get(SimulatorData data, string number) => data.Get(Kind, number, AccountJson.Default.Account);

    private static void Put(SimulatorData data, Account account)
    {
        data.Put(Kind, account.Number, account, AccountJson.Default.Account);
        var ids = account.Devices.Select(device => device.Id)
            .Concat(account.Wizards.Select(wizard => wizard.Id))
            .Concat(account.Enrolments.Select(enrolment => enrolment.Id))
            .Concat(account.SignIns.Select(signIn => signIn.State))
            .Append(account.KeyToken);
        foreach (var id in ids)
        {
            data.Own(id, account.Number);
        }
    }
}
