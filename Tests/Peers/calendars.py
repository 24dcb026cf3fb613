"""A second reading of calendar files, by the package icalendar, and of mail that brings one, by Python's email package.

  calendars.py files FOLDER   reads FOLDER/*.ics and prints one line of JSON for each, in order of their names.
  calendars.py mails FOLDER   the same of FOLDER/*.eml.
"""

import email
import email.policy
import json
import pathlib
import sys

import icalendar


def read(path: pathlib.Path) -> dict:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    (event,) = calendar.walk("VEVENT")
    (zone,) = calendar.walk("VTIMEZONE")
    attendee = event["ATTENDEE"]
    return {
        "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "start": event["DTSTART"].dt.timestamp(), "end": event["DTEND"].dt.timestamp(),
        "zone": str(zone["TZID"]), "summary": str(event["SUMMARY"]), "description": str(event["DESCRIPTION"]), "place": str(event["LOCATION"]),
        "status": str(event["STATUS"]), "categories": [str(category) for category in event["CATEGORIES"].cats], "attendee": str(attendee),
        "guest": attendee.params["CN"], "rsvp": attendee.params["RSVP"], "method": str(calendar["METHOD"]),
        "errors": sum(len(part.errors) for part in calendar.walk()),
    }


def read_mail(path: pathlib.Path) -> dict:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    parts = list(message.walk())
    (shown,) = [part for part in parts if part.get_content_type() == "text/calendar"]
    (kept,) = list(message.iter_attachments())
    (event,) = icalendar.Calendar.from_ical(shown.get_payload(decode=True)).walk("VEVENT")
    return {
        "types": [part.get_content_type() for part in parts], "method": shown.get_param("method"), "charset": shown.get_content_charset(),
        "disposition": shown.get_content_disposition() or "", "name": kept.get_filename(), "text": shown.get_payload(decode=True).decode(),
        "same": shown.get_payload(decode=True) == kept.get_payload(decode=True), "uid": str(event["UID"]),
        "defects": [str(defect) for part in parts for defect in part.defects],
    }


if __name__ == "__main__":
    ending, reading = {"files": ("ics", read), "mails": ("eml", read_mail)}[sys.argv[1]]
    for path in sorted(pathlib.Path(sys.argv[2]).glob("*." + ending), key=lambda path: int(path.stem)):
        print(json.dumps(reading(path)))
