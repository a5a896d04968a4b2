using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Tests.Onboarding.Turns;

public sealed class TicketTests
{
    [Fact]
    public void A_code_is_128_random_bits_that_fit_a_path()
    {
        string[] codes = [.. Enumerable.Range(0, 1000).Select(_ => Ticket.NewCode())];

        codes.Distinct().Count().ShouldBe(1000);
        codes.ShouldAllBe(code => code.Length == 32 && code.All(char.IsAsciiHexDigitLower));
        // Each bit of a random code is set about half of the time; a counter or a clock leaves some of them alone.
        for (var bit = 0; bit < 128; bit++)
        {
            var at = bit;
            codes.Count(code => (Convert.FromHexString(code)[at / 8] >> (at % 8) & 1) == 1).ShouldBeInRange(380, 620, $"bit {bit}");
        }
    }

    // FIPS 180-2's own example: SHA-256 of "abc".
    [Fact]
    public void The_store_has_the_hash_of_a_code_alone() =>
        Ticket.KeyOf("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void A_ticket_is_read_as_it_was_written()
    {
        var ticket = new Ticket(TicketPurpose.VirtualKey, "directline|c|1", "https://maker.example/a?b=c%20d#e", "s-1", "de");

        Ticket.Read(new StoredRecord(Ticket.RecordKind, "key", 1, ticket.Write())).ShouldBe(ticket);
    }
}
