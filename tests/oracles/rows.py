"""How the Python oracles print an event; README.md beside it says how."""
import datetime


def text(value):
    value = str(value).replace("\\", "\\\\")
    return value.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def time(value):
    if value is None:
        return ""
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return value.strftime("%Y-%m-%dT%H:%M:%S")
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def row(uid, start, end, summary, status):
    return "\t".join([text(uid), time(start), time(end), text(summary), str(status)])
