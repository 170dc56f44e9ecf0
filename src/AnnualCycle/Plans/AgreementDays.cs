using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>The days that agreements and the charter itself set: last day of notice, end of a term, revision.</summary>
internal sealed class AgreementDays(Collaboration collaboration, YearInput input, Reminders reminders)
{
    /// <summary>The condition of a revision whose day has passed: it is shown until it is done.</summary>
    public const string Overdue = "försenad";

    public IEnumerable<PlannedDeadline> Write() =>
        collaboration.Agreements.SelectMany(OfAgreement).Concat(collaboration.Charter.Revisions.SelectMany(OfRevision));

    private IEnumerable<PlannedDeadline> OfAgreement(Agreement agreement)
    {
        var (term, first) = (agreement.FirstTerm, true);
        while (term.Start <= input.Days.End)
        {
            foreach (var deadline in OfTerm(agreement, term, first))
            {
                yield return deadline;
            }

            if (agreement.RenewalYears is not { } years)
            {
                yield break;
            }

            (term, first) = (new DateInterval(term.End.PlusDays(1), term.End.PlusYears(years)), false);
        }
    }

    // After the first term everything rests on nobody having given notice, which only people can confirm.
    private IEnumerable<PlannedDeadline> OfTerm(Agreement agreement, DateInterval term, bool first)
    {
        var condition = first || term.End <= agreement.RenewedTo ? null : "om avtalet förlängts";
        if (agreement is { NoticeMonths: { } months, Notice: { } notice }
            && input.Days.Contains(term.End.PlusMonths(-months)))
        {
            var day = term.End.PlusMonths(-months);
            yield return Deadline(agreement.Id, "uppsagning",
                "Sista dag att säga upp avtalet", day, notice, condition) with
            {
                Kind = DeadlineKind.Notice,
                Reminders = reminders.BeforeNotice(day),
            };
        }

        if (input.Days.Contains(term.End) && (agreement.Renewal ?? agreement.Notice) is { } source)
        {
            yield return Deadline(agreement.Id, "slut",
                $"Avtalsperioden {term.Start.Year}–{term.End.Year} går ut", term.End, source, condition) with
            {
                Kind = DeadlineKind.TermEnd, CoversFrom = term.Start, CoversTo = term.End,
            };
        }
    }

    private IEnumerable<PlannedDeadline> OfRevision(RevisionDay revision)
    {
        var isOverdue = input.Today is { } today && revision.Date < today;
        var lapses = revision.Date.Year == input.Year - 1;
        return isOverdue || lapses || input.Days.Contains(revision.Date)
            ? [Deadline(revision.Id, "revidering", revision.Title, revision.Date, revision.Source,
                isOverdue ? Overdue : null)]
            : [];
    }

    private PlannedDeadline Deadline(
        string id, string what, string title, LocalDate day, RuleSource source, string? condition)
    {
        var rule = $"{collaboration.Id}/{id}";
        var uid = Uid.Of([collaboration.Id], $"{rule}/{what}", day.Year, 1, input.UidHost);
        return new PlannedDeadline($"{rule}/{what}-{day.Year}", uid,
            collaboration.Id, title, day, rule, reminders.Before(day))
        {
            Condition = condition,
            Kind = DeadlineKind.Revision,
            Sentence = Sentences.Text(source),
        };
    }
}
