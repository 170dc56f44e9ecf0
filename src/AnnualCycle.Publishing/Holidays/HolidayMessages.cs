using AnnualCycle.Publishing.Messages;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>The kinds of mail about storhelger, and what their files may say.</summary>
public static class HolidayMessages
{
    public static MessageKind Question { get; } = new("holiday", "Frågan om en storhelg behöver ett möte",
        "Sex veckor före första lediga dagen, till gruppens sammankallande", new MessageValues
        {
            ["person"] = Person(), ["group"] = "Ledningsgrupp i samverkan", ["collaboration"] = "SIMBA",
            ["phrase"] = "inför storhelger när så bedöms behövas", ["holiday"] = Holiday(),
            ["meetings"] = new[]
            {
                new MessageValues
                {
                    ["is_before"] = true, ["from"] = new LocalDate(2027, 2, 12), ["to"] = new LocalDate(2027, 3, 12),
                    ["minutes"] = 30, ["until"] = new LocalDate(2027, 3, 5),
                },
            },
            ["link"] = new Uri("https://samverkan.nord.example/storhelg/EXEMPEL"),
        })
    {
        Group = MailGroup.Holidays,
    };

    public static MessageKind Staffing { get; } = new("staffing", "Frågan om en organisation är bemannad på bemanningsdagen",
        "Fyra veckor före dagen, till ledamöterna i de grupper som planerar storhelger", new MessageValues
        {
            ["person"] = Person(), ["organisation"] = "Kungälvs sjukhus", ["collaboration"] = "SIMBA",
            ["day"] = new LocalDate(2027, 3, 28), ["holiday"] = Holiday(),
            ["link"] = new Uri("https://samverkan.nord.example/bemanning/EXEMPEL"),
        })
    {
        Group = MailGroup.Holidays,
    };

    private static MessageValues Person() => new() { ["name"] = "Eva Ek" };

    private static MessageValues Holiday() => new()
    {
        ["name"] = "påsk", ["first"] = new LocalDate(2027, 3, 26), ["last"] = new LocalDate(2027, 3, 29), ["days_off"] = 4,
        ["in_a_row"] = 4, ["working_days"] = 1,
        ["facts"] = new[]
        {
            "Påsken 2027: fyra lediga dagar i rad, fre 26–mån 29 mars.", "Bemanningsdag sön 28 mars.",
            "Påsklov 29 mars–2 april i alla fem kommuner (ej fastställt).",
        },
        ["staffing_days"] = new[] { new MessageValues { ["day"] = new LocalDate(2027, 3, 28) } },
    };
}
