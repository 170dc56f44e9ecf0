namespace AnnualCycle.Server.Tests.Service;

/// <summary>The files of two small collaborations, one public and one not, that are planned in a moment.</summary>
internal static class SmallCharters
{
    public const string People = """
        collaboration,group,seat,name,email,organisation,municipality,required,from,to
        nord,styrgrupp,ordforande,Anna Ask,anna.ask@nord.example,Nord,,,,
        sluten,rad,ledamot,Bo Berg,bo.berg@nord.example,Nord,,,,
        sluten,rad,sekreterare,Anna Ask,anna.ask@nord.example,Nord,,,,

        """;

    public const string Closed = """
        collaboration: Sluten
        public: false
        municipalities: [Ale]
        charter: { document: Uppdrag }
        groups:
          - id: rad
            name: Slutna rådet
            seats: [ledamot, sekreterare]
            meetings: [{ id: ordinarie, when: tre gånger per år, line: 7 }]

        """;

    /// <param name="times">How often the steering group meets.</param>
    public static string Nord(string times = "fyra gånger per år") => $$"""
        collaboration: Nord
        municipalities: [Ale]
        charter: { document: Uppdrag }
        groups:
          - id: styrgrupp
            name: Styrgrupp Nord
            seats: [ordforande]
            meeting: { duration: 60 min, starts: ["09:00"], weekdays: tisdag }
            meetings: [{ id: ordinarie, when: {{times}}, line: 9 }]
          - id: arbetsgrupp
            name: Arbetsgrupp Nord
            meetings: [{ id: ordinarie, when: en gång per termin, line: 12 }]

        """;

    /// <summary>Another public collaboration, as a file that comes later.</summary>
    public const string Syd = """
        collaboration: Syd
        municipalities: [Ale]
        charter: { document: Uppdrag }
        groups:
          - id: styrgrupp
            name: Styrgrupp Syd
            meetings: [{ id: ordinarie, when: två gånger per år, line: 7 }]

        """;
}
