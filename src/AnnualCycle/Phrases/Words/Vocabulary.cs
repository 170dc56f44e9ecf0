namespace AnnualCycle.Phrases.Words;

/// <summary>
/// The words by which charters speak of meetings, reports, chairs, agreements and revisions. A new word is added
/// here.
/// </summary>
internal static class Vocabulary
{
    public static readonly WordSet Occasions = new("""
        gång gånger gångers tillfälle tillfällen tillfället ggr st stycken stycker x
        """);

    public static readonly WordSet MeetingNouns = new("""
        *möte(,t,n,na,ts,nas) *sammanträde(,t,n,na,ts,nas) *sammanträdesdag* *träff(,en,ar,arna,s,arnas)
        *sammankomst(,en,er,erna) *stämma *stämman *stämmor *stämmans *konferens(,en,er,erna) *seminari(um,et,er,erna)
        *internat(,et,en) *workshop(,s,en,ar,par,parna) *planeringsdag(,en,ar,arna) *temadag(,en,ar,arna)
        *utbildningsdag(,en,ar,arna) *inspirationsdag(,en,ar,arna) *utvecklingsdag(,en,ar,arna)
        *samverkansdag(,en,ar,arna) *nätverksdag(,en,ar,arna) *dialogdag(,en,ar,arna) *överläggning(,en,ar,arna)
        *hearing(,ar,en) *session(,en,er,erna) *mötestillfälle(,n,t) *beslutstillfälle(,n,t)
        *sammanträdestillfälle(,n,t) *träfftillfälle(,n,t) *avstämning(,en,ar,arna) *avstämningstillfälle(,n) klassråd
        föräldraråd *rådslag *forummöte apt *dialogmöte* *mötena
        """);

    /// <summary>Words that speak of the days or the rhythm of meetings, or of bodies that are also meetings.</summary>
    public static readonly WordSet MeetingDays = new("""
        mötesfrekvens* mötestid* mötesdag* mötesdatum sammanträdesfrekvens* sammanträdestid* mötesordning*
        mötesintervall* mötesplan* möteskalender* *dialog *dialogen *dialoger *programråd *brukarråd *elevråd *samråd
        *rådsmöte *forum
        """);

    public static readonly WordSet DayNouns = new("""
        halvdag halvdagar heldag heldagar dag dagar förmiddag förmiddagar eftermiddag eftermiddagar timme timmar
        """);

    public static readonly WordSet MeetingVerbs = new("""
        sammanträder sammanträda sammanträd träffas träffar träffa möts mötas samlas samla sammankallas sammankallar
        sammanträffar sammankommer
        """);

    /// <summary>A body itself meets, so that "en vecka innan" is counted from another body's meeting.</summary>
    public static readonly WordSet BodyMeets = new("sammanträder träffas möts mötas samlas");

    public static readonly WordSet HoldVerbs = new("""
        ses hålls hållas hålles hålla håller anordnas arrangeras förläggs infaller genomförs äger
        """);

    public static readonly WordSet ReportNouns = new("""
        *rapport(,en,er,erna,s) *redovisning(,en,ar,arna) *berättelse(,n,r) *bokslut(,et,en) *prognos(,en,er,erna)
        *uppföljning(,en,ar,arna,s) *utvärdering(,en,ar) *sammanställning(,en,ar) *minnesanteckning(,ar,arna)
        mötesanteckning(,ar,arna) anteckningar anteckningarna *protokoll(,et,en) *plan(,en,er,erna) !tidsplan*
        handlingsprogram(,met) *budget *budgeten *budgetförslag(,et) *deklaration(,en,er) *yttrande(,t,n) synpunkter
        *ansökan *ansökning* *rapportering(,en) nyhetsbrev(,et) *enkät(,en,er) *återkoppling *kartläggning
        *årsredovisning* *analys(,en,er) *lägesbild(,en,er) *statistik *prognostillfälle(,t,n)
        *rapporteringstillfälle(,n) *nyckeltal
        """);

    public static readonly WordSet ReportVerbs = new("""
        *rapporter(a,ar,as,eras,erar,era) *redovisa(,r,s) *publicera(,r,s) inlämna(,s,r) inkomma inkomna inkommit
        insänd* insänds överlämna(,s,r) *skicka(,s,r) *sända *sänds *sänder *sändas upprätta(,s,r) *utvärdera(,s,r)
        sammanställ(a,s,er,as) presentera(,s,r) delge(,s,r) delges ansök ansöka ansöker avge avger avges *lämna
        *lämnas *lämnar redogör* redogöra återkoppla(,r,s) anmäl(a,s,er) avlägger avlägga tillhandahålls inrapportera*
        följs följas uppdatera(s,r) framställs inges söks fram tillhanda inlämnad inlämnat inlämnade inkommen inkommet
        """);

    public static readonly WordSet Notices = new("""
        kallelse* *kallelse kallelsen dagordning* föredragningslista* agenda* handlingar* möteshandling* motion
        motioner motionen *underlag* inbjudan* beslutsunderlag* tillställ* kallas utskick* ärende ärenden ärendena
        förslag* anmälan* nominering* beredning* bereder förbereder beredas
        """);

    public static readonly WordSet Minutes = new("""
        *minnesanteckning(,ar,arna) *anteckningar *anteckningarna *protokoll(,et,en) justeras *justering *justeringen
        """);

    public static readonly WordSet ChairNouns = new("""
        *ordförande(,n,na,ns,s) *ordföranden *ordförandeskap* ordf *ordförandepost* presidi* *mötesledning*
        *sammankallande *vice *värdskap* *sekretariat* *ledarskap* uppdraget posten uppgiften rollen
        sammankallandeskap* *talman president presidenten presidentskap*
        """);

    public static readonly WordSet AppointVerbs = new("""
        väljs väljas väljer välja utses utse utser innehas innehar inneha tillsätts tillsätter byts bytas byter
        övergår blir sitter löper kallas bestäms fördelas
        """);

    public static readonly WordSet RotateVerbs = new("""
        roter* alterner* växlar växla växlas skiftar skiftas skifta varvas varvar cirkulera* turas vandrar ambulerar
        *rotation rotationen rullar rullande skifte växlande turordning runt
        """);

    public static readonly WordSet AgreementNouns = new("""
        avtal avtalet avtalen avtals* *avtal *avtalet *avtalets överenskommelse* *överenskommelsen* kontrakt*
        uppsägning* löptid*
        """);

    public static readonly WordSet AgreementVerbs = new("""
        gäller gälla förläng* uppsäg* upphör upphöra löper träder sägas säga säger sagt sägs giltig giltigt
        giltighetstid* avtalstid* avtalsperiod* förnyas option optionsrätt tillsvidare prolonger*
        """);

    public static readonly WordSet RevisionWords = new("""
        revideras revidera revideringen revidering reviderar *revidering aktualiseras aktualitetspröva* aktualiser*
        aktualitet* översyn översynen omprövas ompröva omprövning uppdateras omarbetas
        """);

    public static readonly WordSet SteeringDocuments = new("""
        styrdokument* *plan *planen *strategi *strategin *program *programmet *policy *policyn riktlinje* *riktlinjer
        reglement* *dokument *dokumentet uppdragsbeskrivning* mål målen uppdragshandling* *överenskommelse*
        *arbetsordning*
        """);

    /// <summary>
    /// Payments, persons, statistics and other matters that come in the same numbers and periods as meetings and
    /// reports.
    /// </summary>
    public static readonly WordSet OtherMatters = new("""
        betal* *betalas *betalning* utbetal* avgift* *avgift *avgiften *avgifter arvode* faktur* debiter* hyra hyran
        kronor kr tkr mnkr kostnad* kostar bidrag bidraget *bidrag *bidraget *ersättning ersättningen ränta procent
        snitt genomsnitt* medeltal statistiken studieres* resa resor resan städ* tvätt* sop* svarar rengör* besiktig*
        kontrollera* tömning töms levereras delas stipendi* pris priset tränar träning träna tvättas byts läkare*
        patient* inskriv* utskriv* vårddygn dygn bilprovning* vaccin* motionerar mäts mätning* mäter undersök*
        intervju* vattnas semester ledighet beslutas bestäms bestämmer bokas öppettider bokbussen buss* tåg* utdel*
        tillsyn* inspektera* inspektion* larm* brand* lotteri* loppis fest* resor* besök besöker besöks ändras höjs
        räknas index* lön löne* löner utställning* utbildas kurs kurser kursen övning* övningar körs startar laddas
        körning* säkerhetskopi* omsätt* gallra* arkivera* köps säljs drogtest* prov* betyg* utvecklingssamtal
        medarbetarsamtal lönesamtal
        """);

    /// <summary>Events that were: a rule is never stated in the past tense.</summary>
    public static readonly WordSet Past = new("""
        *ades *ddes hölls hölls höll träffades sammanträdde möttes mötte samlades genomfördes genomförde genomförts
        bildades startade antogs antog beslutade beslutat hållits hållit träffats sammanträtt hade haft antagit
        antagen antaget antagna reviderad reviderat reviderades beslutad publicerad publicerat uppdaterad skrevs
        lämnats skickats redovisats rapporterats inkommit valdes utsågs blev fick ägde gick kom fanns infördes
        undertecknad undertecknat undertecknades senaste beslutsdatum tillträdde började uppgick diariefördes valts
        utsetts deltog upprättad upprättats granskade lämnade anordnade arrangerade genomförde
        """);

    public static readonly WordSet Cancelled = new("inställt inställd inställda inställs ställs ställts");

    public static readonly WordSet AsNeeded = new("""
        behov behovet behöv* därutöver krävs kräver påkallar påkallat extra extrainsatt* ytterligare
        """);

    public static readonly WordSet Regularly = new("""
        regelbundet regelbundna kontinuerligt löpande återkommande frekvent
        """);

    public static readonly WordSet Approximately = new("""
        cirka ungefär omkring normalt vanligtvis vanligen oftast brukar bruktar regel föreslås ungefärligen riktmärke
        utgångspunkt
        """);
}
