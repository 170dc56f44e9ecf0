namespace AnnualCycle.Publishing.Tests;

/// <summary>The files of a network of two collaborations, one of them public, that is planned in a moment.</summary>
internal static class SmallFiles
{
    public const string Nord = """
        collaboration: Nord
        charter: { document: Uppdrag för Nord }
        groups:
          - id: styrgrupp
            name: Styrgruppen
            seats: [ordforande, sekreterare]
            meetings: [{ id: ordinarie, when: två gånger per år, line: 7, purpose: Besluta }]
            reports: [{ id: rapport, title: Årsrapport, when: senast 15 april, line: 9 }]
          - id: beredning
            name: Beredningen
            seats: [styrgrupp.ordforande, utredare]
            meetings: [{ id: ordinarie, when: två gånger per år, line: 12 }]
        """;

    public const string Syd = """
        collaboration: Syd
        public: false
        charter: { document: Uppdrag för Syd }
        groups:
          - { id: rad, name: Sydrådet, seats: [ledamot], meetings: [{ id: ordinarie, when: en gång per år, line: 5 }] }
        """;

    public const string People = """
        collaboration,group,seat,name,email
        nord,styrgrupp,ordforande,Anna Ek,anna@nord.example
        nord,beredning,utredare,Bo Alm,bo@nord.example
        """;
}
