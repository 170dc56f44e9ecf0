#!/usr/bin/env python3
"""Reads the result files of a test run and says how it went.

results.py FOLDER PROJECT=EXITCODE...    reads FOLDER/PROJECT.trx for each project that was started

A project without a readable result file, one that ended badly without naming a failed test, and one whose
test host died on the way each count as one failed test: what was not seen to pass did not pass.
The last line is 'N passed, N failed, N skipped'; the exit code is 0 only when tests passed and none failed.
"""
import sys
import xml.etree.ElementTree as xml
from collections import Counter, defaultdict
from pathlib import Path
from textwrap import indent

SPACE = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"
SLOWEST_SHOWN = 5
# What timeout(1) answers when it ended a command, and when it had to kill it.
TIMED_OUT = {124: "stopped at the time limit", 137: "killed, at the time limit or for want of memory"}


def seconds(duration):
    """A result's hh:mm:ss.fffffff as seconds."""
    hours, minutes, rest = (duration or "0:0:0").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def message(result):
    found = result.find(f"{SPACE}Output/{SPACE}ErrorInfo/{SPACE}Message")
    return (found.text or "") if found is not None else ""


def tests_of(run):
    """(class, test, outcome, seconds, message) for each test of a result file."""
    classes = {unit.get("id"): unit.find(f"{SPACE}TestMethod").get("className")
               for unit in run.iter(f"{SPACE}UnitTest")}
    for result in run.iter(f"{SPACE}UnitTestResult"):
        yield (classes.get(result.get("testId"), "?"), result.get("testName"), result.get("outcome"),
               seconds(result.get("duration")), message(result))


def fault_of_the_run(run, tests, exit_code):
    """What went wrong beside the tests that failed, or None."""
    if exit_code in TIMED_OUT:
        return TIMED_OUT[exit_code]
    errors = [info.findtext(f"{SPACE}Text", "").strip()
              for info in run.iter(f"{SPACE}RunInfo") if info.get("outcome") == "Error"]
    beside = [text for text in errors if not text.endswith("[FAIL]")]
    if beside:
        return "\n".join(beside).strip() or "the run reports an error without saying which"
    if int(run.find(f"{SPACE}ResultSummary/{SPACE}Counters").get("total")) != len(tests):
        return "the result file is not complete"
    if exit_code != 0 and all(outcome in ("Passed", "NotExecuted") for _, _, outcome, _, _ in tests):
        return f"ended with exit code {exit_code} though no test failed"
    return None


def read(folder, project, exit_code):
    """The project's tests and the fault of its run; a run that left nothing to read is a fault too."""
    try:
        run = xml.parse(folder / f"{project}.trx").getroot()
        tests = list(tests_of(run))
        return tests, fault_of_the_run(run, tests, exit_code)
    except (OSError, xml.ParseError, AttributeError) as error:
        return [], f"{TIMED_OUT.get(exit_code, f'exit code {exit_code}')}, no result file to read ({error})"


def show(kind, name, text):
    print(f"{kind}: {name}")
    print(indent(text.rstrip(), "    ") if text.strip() else "    (nothing was said)")


def main(folder, *started):
    counted, slowness = Counter(), defaultdict(float)
    for project, exit_code in (one.rsplit("=", 1) for one in started):
        tests, fault = read(Path(folder), project, int(exit_code))
        for group, name, outcome, took, text in tests:
            kind = {"Passed": "passed", "NotExecuted": "skipped"}.get(outcome, "failed")
            counted[kind] += 1
            slowness[group] += took
            if kind != "passed":
                show(kind.capitalize(), name, text)
        if fault is not None:
            counted["failed"] += 1
            show("Failed", project, fault)
    print("Slowest classes:")
    for group, took in sorted(slowness.items(), key=lambda item: (-item[1], item[0]))[:SLOWEST_SHOWN]:
        print(f"{took:9.1f} s  {group}")
    print(f"{counted['passed']} passed, {counted['failed']} failed, {counted['skipped']} skipped")
    return 0 if counted["passed"] and not counted["failed"] else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
