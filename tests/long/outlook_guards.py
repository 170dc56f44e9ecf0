"""The guards of outlook-guards.sh: each is a place in the program and what stands there without it."""
import os, re, subprocess, sys, time

COPY, WORDS = sys.argv[1], sys.argv[2:]
OUTLOOK = "src/AnnualCycle.Publishing/Outlook/"
TESTS = "tests/AnnualCycle.Publishing.Tests"
GUARDS = [
    ("the transaction id of a creation", "Graph/EntryJson.cs", 'json.WriteString("transactionId", transaction);', ""),
    ("the look before a creation is repeated", "EntryWork.cs", "if (!isFresh)\n        {\n            var look",
     "if (!isFresh && own.Attempts < 0)\n        {\n            var look"),
    ("the existing entry that a duplicate names", "EntryWork.cs", "GraphOutcome.Duplicate => await AdoptAsync(own, made, stop)",
     "GraphOutcome.Duplicate => await LaterAsync(own, made)"),
    ("the intent that is stored", "EntryState.cs", "if (own.Operation is null)\n        {\n            own.Operation = Next(own);",
     "own.Operation = null;\n        {\n            own.Operation = Next(own);"),
    ("the revision in the change itself", "Graph/EntryJson.cs", "        Properties(json, (GraphProperties.Revision, Number(revision)));\n    });\n\n    public static ReadOnlyMemory<byte> Cancel",
     "    });\n\n    public static ReadOnlyMemory<byte> Cancel"),
    ("the look whether a change was done", "EntryWork.cs", "if (found.Revision == own.SendingRevision)", "if (found.Revision == -1)"),
    ("If-Match", "Graph/GraphCalendar.cs", "IfMatch = found.ETag,", ""),
    ("one process at a time for a mailbox", "EntryBook.cs", "box.Holder != null && box.Holder != holder && box.HeldUntil > Now",
     "box.Holder == holder && box.HeldUntil < Now"),
    ("no word from who has lost the mailbox", "EntryBook.cs", "if (box.Holder != holder)\n            {\n                return null;",
     "if (box.Mailbox != mailbox)\n            {\n                return null;"),
    ("what is gone was called off", "EntryWork.cs", "|| (answer.Outcome == GraphOutcome.Missing && !IsSettling(own))", ""),
    ("patience with what cannot be found yet", "EntryWork.cs", "=> own.Looked + Settling > book.Now;", "=> own.Looked + Settling < book.Now - Duration.FromDays(9999);"),
    ("Retry-After", "EntryDelay.cs", "box.NotBefore = wait is { } some ? Instant.Max(box.NotBefore ?? now, now + some) : box.NotBefore;", ""),
    ("the pace", "MailPace.cs", "box.MailsFrom = mails == 0 ? null : WhenRoom(recent, recent.Sum(one => one.Mails) + mails - perMinute);",
     "_ = WhenRoom(recent, perMinute);"),
    ("immutable ids", "Graph/GraphClient.cs", '"IdType=\\"ImmutableId\\"", ', ""),
    ("another number for each entry", "EntryState.cs", "        own.Incarnation++;\n", ""),
    ("what others have added in Outlook", "Graph/AttendeeList.cs", "|| !(old.ContainsKey(one.Email) ||", "&& !(false &&"),
    ("only what is otherwise is sent", "Graph/EntryJson.cs", "if (after.Subject != before.Subject && after.Subject != found.Subject)", "if (after.Subject.Length > 0)"),
    ("what somebody took away and let be so", "Graph/AttendeeList.cs", "\n            && !EntryDrift.IsTakenAway(own.Before, own.Seen, one.Email)", ""),
    ("somebody's other address", "Graph/AttendeeList.cs", "return named.Count != 1 ||", "return named.Count >= 0 ||"),
    ("what was let stand", "EntryState.cs", "own.Seen = (before is null ? after : EntryDrift.Carried(before, OutlookEvent.Read(own.Seen!), after)).Written;", "own.Seen = own.Sending;"),
    ("what was let be gone", "EntryState.cs", "own is { Told: null, Seen: { } seen } && wanted is not null &&", "own is { Told: null, Seen: { } seen } && wanted is not null && own.Uid.Length < 0 &&"),
    ("what was refused is thought over anew", "EntryDelay.cs", "EntryState.NotDone(own);", ""),
    ("no invite to what is called off", "EntryWork.cs", "if (own.Wanted is null)\n            {", "if (own.Wanted is null && own.Attempts > 99)\n            {"),
    ("no word of what has been", "EntryWork.cs", "if (EntryState.IsOver(meeting, book.Now))", "if (EntryState.IsOver(meeting, book.Now) && own_is_never)".replace("own_is_never", "isTooEarly")),
    ("the look for what people changed", "EntryDrift.cs", "return isAsKnown ? null : now;", "return isAsKnown || now.Subject.Length > 0 ? null : now;"),
    ("what nobody knows is not refused", "Graph/GraphAnswers.cs", "(408 or 409 or >= 500, _) =>", "(408, _) =>"),
    ("an answer that cannot be read says nothing", "Graph/GraphAnswers.cs", "if (request.IsAnsweredEmpty && content.Length == 0)", "if (request.IsAnsweredEmpty)"),
    ("a fresh key when one is refused", "Graph/GraphClient.cs", "        keys.Forget();\n", ""),
    ("the claims that are asked for", "Graph/GraphClient.cs", "TryAsync(request, claims, cancel)).Answer", "TryAsync(request, null, cancel)).Answer"),
    ("the link of a meeting in Teams", "Graph/EntryJson.cs", "if (after.Text != before.Text && !found.IsOnline)", "if (after.Text != before.Text)"),
    ("answers to an earlier time", "AnswerSweep.cs", "&& !(one.Answered < own.Timed)", ""),
    ("unknown is taken", "Graph/ScheduleJson.cs", '["free", "workingElsewhere"]', '["free", "workingElsewhere", "unknown"]'),
    ("our own invites keep nobody away", "FreeBusyKeeper.cs", ".Where(busy => !ours[who].Contains(new ToldTime(busy.Date, busy.Start, busy.End)))", ""),
    ("a quiet while before a change goes", "OutlookCalendar.cs", "own.NotBefore = Instant.Max(own.NotBefore, at + settings.Quiet);", ""),
]


def run():
    built = subprocess.run(["dotnet", "build", TESTS, "-c", "Debug", "--nologo", "-v", "quiet", "-p:RunAnalyzers=false",
                            "-p:EnforceCodeStyleInBuild=false", "-p:TreatWarningsAsErrors=false"], cwd=COPY, capture_output=True, text=True)
    if built.returncode != 0:
        return None, re.findall(r"error .*", built.stdout)[:2]
    try:
        tested = subprocess.run(["dotnet", "test", TESTS, "--no-build", "-c", "Debug", "--nologo", "--filter",
                                 "FullyQualifiedName~Tests.Outlook.Outlook"], cwd=COPY, capture_output=True, text=True, timeout=240)
    except subprocess.TimeoutExpired:
        return ["(never came to an end)"], []
    failed = sorted(set(re.findall(r"^\s+Failed AnnualCycle\.\S+?\.(\w+(?:\([^\n]*\))?) \[", tested.stdout, re.M)))
    return failed, [tested.stdout[-300:]] if not failed and tested.returncode else []


def main():
    print("with all guards:", *(run()[0] or ["no test falls"]), flush=True)
    unseen = 0
    for name, file, with_it, without in GUARDS:
        if WORDS and not any(word in name for word in WORDS):
            continue
        path = os.path.join(COPY, OUTLOOK, file)
        text = open(path).read()
        assert text.count(with_it) == 1, (name, text.count(with_it))
        open(path, "w").write(text.replace(with_it, without))
        began = time.monotonic()
        failed, trouble = run()
        open(path, "w").write(text)
        unseen += not failed
        print(f"without {name}: {len(failed or [])} fall ({time.monotonic() - began:.0f} s)",
              *[f"\n    {one[:150]}" for one in (failed or [])[:3]], *([f"\n    {trouble}"] if trouble else []), flush=True)
    print(f"{unseen} can be taken away unseen")
    sys.exit(1 if unseen else 0)


main()
