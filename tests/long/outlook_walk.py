"""Walks through every request of a calendar's life, for outlook-contract.sh: BASE DUPLICATES."""
import json
import sys
import urllib.error
import urllib.request
from urllib.parse import quote

base, duplicates = sys.argv[1], sys.argv[2]
KEY = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name walk-meeting"
REVISION = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name walk-revision"
EXPAND = "$expand=" + quote(f"singleValueExtendedProperties($filter=id eq '{KEY}' or id eq '{REVISION}')", safe="$()=")
BOX, OTHER = "/users/moten@kommun.example", "/users/trott@kommun.example"
steps, violations = 0, []


def ask(name, expected, method, path, body=None, **headers):
    """The answer's JSON; keeps what the proxy or the status has against it."""
    global steps
    steps += 1
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, method=method, data=data)
    request.add_header("Content-Type", "application/json")
    request.add_header("Prefer", 'IdType="ImmutableId", outlook.timezone="W. Europe Standard Time"')
    for header, value in headers.items():
        request.add_header(header.replace("_", "-"), value)
    try:
        answer = urllib.request.urlopen(request, timeout=30)
    except urllib.error.HTTPError as refusal:
        answer = refusal
    text = answer.read().decode()
    refused = answer.headers["sl-violations"]
    if answer.status != expected or refused:
        violations.append(f"{name}: {answer.status} instead of {expected}; {refused} {text[:300]}")
    return json.loads(text) if text.startswith("{") else {}


def at(hour, zone="W. Europe Standard Time"):
    return {"dateTime": f"2026-09-01T{hour:02}:00:00", "timeZone": zone}


def people(*addresses):
    return [{"emailAddress": {"address": address, "name": "Åsa Öberg"}, "type": "required"} for address in addresses]


def meeting(number, **more):
    return {"subject": "Styrelsemöte", "body": {"contentType": "html", "content": "<p>Dagordning</p>"},
            "start": at(10), "end": at(11), "location": {"displayName": "Rådsalen"}, "transactionId": f"walk-{number}",
            "attendees": people("ledamot@region.example", "annan@region.example"),
            "singleValueExtendedProperties": [
                {"id": KEY, "value": f"m-{number}/1"}, {"id": REVISION, "value": "1"}], **more}


def expect(name, is_so):
    if not is_so:
        violations.append(f"{name}: not as it should be")


made = ask("create", 201, "POST", BOX + "/events", meeting(
    1, isOnlineMeeting=True, onlineMeetingProvider="teamsForBusiness", hideAttendees=False, isReminderOn=True,
    reminderMinutesBeforeStart=30, allowNewTimeProposals=False))
entry = f"{BOX}/events/{made.get('id')}"
ask("create again", {"BadRequestWithEvent": 400, "ConflictBare": 409, "CreatedSameEvent": 201}[duplicates],
    "POST", BOX + "/events", meeting(1))
read = ask("read", 200, "GET", entry + "?" + EXPAND)
expect("extended properties", len(read.get("singleValueExtendedProperties", [])) == 2)
expect("zone of the answer", read.get("start", {}).get("dateTime", "").startswith("2026-09-01T10"))
few = ask("read a few", 200, "GET", entry + "?$select=id,subject,attendees,isCancelled")
expect("a few", "start" not in few)
found = ask("find", 200, "GET", f"{BOX}/events?$filter=" + quote(
    f"singleValueExtendedProperties/Any(ep: ep/id eq '{KEY}' and ep/value eq 'm-1/1')") + "&" + EXPAND)
expect("what is found", [one["id"] for one in found.get("value", [])] == [made.get("id")])
for number in range(2, 14):
    ask("create many", 201, "POST", BOX + "/events", meeting(number))
window = BOX + "/calendarView?startDateTime=2026-01-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z"
page = ask("window", 200, "GET", window)
expect("more pages", len(page.get("value", [])) == 10 and "@odata.nextLink" in page)
ask("next page", 200, "GET", window + "&$skip=10")
changed = ask("change", 200, "PATCH", entry, {"start": at(13), "end": at(14), "singleValueExtendedProperties": [
    {"id": REVISION, "value": "2"}]}, If_Match=made.get("@odata.etag", ""))
ask("change too late", 412, "PATCH", entry, {"subject": "Flyttat"}, If_Match=made.get("@odata.etag", ""))
ask("change of attendees", 200, "PATCH", entry, {"attendees": people("ny@region.example")})
ask("change of place", 200, "PATCH", entry, {"location": {"displayName": ""}})
ask("change of text", 200, "PATCH", entry, {"body": {"contentType": "text", "content": "Utan länk"}})
ask("zone that is none", 400, "PATCH", entry, {"start": at(9, "Europe/Stockholm"), "end": at(10, "Europe/Stockholm")})
ask("cancel", 202, "POST", entry + "/cancel", {"Comment": "Mötet är inställt."})
ask("cancel again", 404, "POST", entry + "/cancel", {"Comment": "Mötet är inställt."})
other = ask("create another", 201, "POST", BOX + "/events", meeting(20))
ask("delete", 204, "DELETE", f"{BOX}/events/{other.get('id')}")
ask("without a licence", 201, "POST", "/users/utan@kommun.example/events", meeting(1, isOnlineMeeting=True))
ask("calendar", 200, "GET", BOX + "/calendar")
ask("calendar, a few", 200, "GET", BOX + "/calendar?$select=allowedOnlineMeetingProviders")
busy = ask("busy times", 200, "POST", BOX + "/calendar/getSchedule", {
    "Schedules": ["ledamot@region.example", "sluten@region.example", "ingen@region.example"],
    "StartTime": at(8), "EndTime": at(17), "AvailabilityViewInterval": 60})
expect("who is taken when", [len(one["scheduleItems"]) for one in busy.get("value", [])] == [2, 0, 0])
ask("busy times of too many", 400, "POST", BOX + "/calendar/getSchedule", {
    "Schedules": ["ledamot@region.example"] * 21, "StartTime": at(8), "EndTime": at(17)})
ask("letter", 202, "POST", BOX + "/sendMail", {"Message": {
    "subject": "Påminnelse", "body": {"contentType": "text", "content": "Årsrapporten"},
    "toRecipients": [{"emailAddress": {"address": "ledamot@region.example"}}]}, "SaveToSentItems": True})
ask("outside the scope", 403, "GET", "/users/chef@kommun.example/calendar")
ask("no mailbox", 404, "GET", "/users/ingen@kommun.example/calendar")
for fault, status in [("Unauthorized401", 401), ("Claims401", 401), ("Status429", 429), ("Status503Before", 503)]:
    ask(fault, status, "GET", OTHER + "/calendar", X_Fault=fault)
print(f"{steps} requests, {len(violations)} violations ({duplicates})", *violations, sep="\n  ")
sys.exit(1 if violations else 0)
