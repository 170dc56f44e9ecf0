using System.Text;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>
/// Calendar files nobody would write: right in parts, with everything that a reader can be asked to read.
/// </summary>
internal static class MadeUpCalendar
{
    private static readonly string[] Pieces =
    [
        "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "DTSTART:",
        "DTEND;VALUE=DATE:", "DURATION:-P99999W", "TZID=", "Z\r\n", "20270311T090000", "99999999", "00000101", "\r\n ",
        "\r\n\t", "\r", "\n", "\"", "\\", ";", ":", ",", "=", "^", "\uFEFF", "å", "👩‍👩‍👧",
        "RRULE:FREQ=SECONDLY;COUNT=999999999\r\n", "CATEGORIES:", "UID:a\r\n", "STATUS:X\r\n", "P1DT99999999H", "\0",
    ];

    private static readonly string[] Times =
    [
        "20270311T090000", "20270311", "20270328T023000", "20271031T023000Z", "00010101T000000", "99991231T235959Z",
            "20160229",
        "19970902T090000", "20270230", "20270311T2460", "igår", "",
    ];

    private static readonly string[] Zones =
        ["", ";TZID=Europe/Stockholm", ";TZID=Egen tid", ";TZID=\"W. Europe Standard Time\"", ";TZID=Okänd", ";VALUE=DATE",
            ";TZID=\"a"];

    private static readonly string[] RuleParts =
    [
        "COUNT=7", "COUNT=100000", "INTERVAL=3", "INTERVAL=99999999", "UNTIL=20290101T000000Z", "UNTIL=20290101",
            "BYDAY=MO,-1FR", "BYDAY=53SU",
        "BYMONTHDAY=31,-31", "BYYEARDAY=366,-366", "BYWEEKNO=53,-53", "BYMONTH=2", "BYSETPOS=-1,366", "BYHOUR=0,23",
            "BYMINUTE=59",
        "BYSECOND=60", "WKST=SU", "BYDAY=XX", "X=Y", "BYMONTH=13",
    ];

    private static readonly string[] Frequencies =
        ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY", "ALDRIG"];

    internal static byte[] Octets(SeededRandom random)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\n").Append(
            random.Pick("", "METHOD:REPLY\r\n", "METHOD:REQUEST\r\n"));
        if (random.Next(0, 2) == 0)
            AddZone(text, random);
        for (var events = random.Next(0, 4); events >= 0; events--)
            AddEvent(text, random);
        text.Append("BEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY:").Append(Time(random)).Append(
            random.Pick("/PT1H", "/P1W", "/"))
            .Append(Time(random)).Append("\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static byte[] Mutated(byte[] original, SeededRandom random)
    {
        var octets = original.ToList();
        for (var changes = random.Next(0, 12); changes > 0; changes--)
        {
            var at = random.Next(0, octets.Count);
            switch (random.Next(0, 4))
            {
                case 0:
                    octets[at] = (byte)random.Next(0, 256);
                    break;
                case 1:
                    octets.RemoveRange(at, Math.Min(octets.Count - at, random.Next(1, 80)));
                    break;
                case 2:
                    octets.InsertRange(at, [.. octets.Skip(random.Next(0, octets.Count)).Take(random.Next(1, 200))]);
                    break;
                default:
                    octets.InsertRange(at, Encoding.UTF8.GetBytes(random.Pick(Pieces)));
                    break;
            }
            if (octets.Count == 0)
                octets.Add((byte)'B');
        }
        return [.. octets];
    }

    private static void AddZone(StringBuilder text, SeededRandom random)
    {
        text.Append("BEGIN:VTIMEZONE\r\nTZID:").Append(random.Pick("Egen tid", "W. Europe Standard Time")).Append("\r\n");
        for (var parts = random.Next(0, 4); parts > 0; parts--)
            text.Append("BEGIN:STANDARD\r\nDTSTART").Append(random.Pick(Zones)).Append(':').Append(random.Pick(Times))
                .Append("\r\nTZOFFSETFROM:")
                .Append(random.Pick("+0100", "-2359", "+1400", "x", "+00:30")).Append("\r\nTZOFFSETTO:").Append(
                    random.Pick("+0200", "-0330", "-235959"))
                .Append("\r\nRRULE:").Append(Rule(random)).Append("\r\nRDATE:").Append(Time(random)).Append(
                    "\r\nEND:STANDARD\r\n");
        text.Append("END:VTIMEZONE\r\n");
    }

    private static void AddEvent(StringBuilder text, SeededRandom random)
    {
        text.Append("BEGIN:VEVENT\r\nUID:").Append(random.Next(0, 3)).Append("\r\nDTSTART").Append(random.Pick(Zones))
            .Append(':').Append(random.Pick(Times));
        for (var lines = random.Next(0, 6); lines > 0; lines--)
            text.Append("\r\n").Append(random.Pick(
                "DTEND" + random.Pick(Zones) + ":" + Time(random), "DURATION:"
                    + random.Pick("PT1H", "P1W", "-P1D", "P999999D", "PT999999999S"),
                "RRULE:" + Rule(random), "RRULE:" + Rule(random), "EXRULE:" + Rule(random), "RDATE"
                    + random.Pick(Zones) + ":" + Time(random) + "," + Time(random),
                "RDATE;VALUE=PERIOD:" + Time(random) + "/PT2H", "EXDATE" + random.Pick(Zones) + ":" + Time(random),
                "RECURRENCE-ID" + random.Pick("", ";RANGE=THISANDFUTURE") + random.Pick(Zones) + ":" + Time(random),
                    "STATUS:CANCELLED",
                "ATTENDEE;PARTSTAT=ACCEPTED;CN=\"a:b\":mailto:anna@kommun.example", "SEQUENCE:" + random.Next(0, 9),
                    "SUMMARY:a\\nb\\"));
        text.Append("\r\nEND:VEVENT\r\n");
    }

    private static string Time(SeededRandom random) => random.Next(0, 2) == 0 ? random.Pick(Times)
        : $"2027{random.Next(1, 13):00}{random.Next(1, 29):00}T{random.Next(0, 24):00}0000" + random.Pick("", "Z");

    private static string Rule(SeededRandom random)
    {
        var parts = new List<string> { "FREQ=" + random.Pick(Frequencies) };
        for (var more = random.Next(0, 5); more > 0; more--)
            parts.Add(random.Pick(RuleParts));
        return string.Join(';', parts);
    }
}
