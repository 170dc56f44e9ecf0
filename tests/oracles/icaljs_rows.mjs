// Reads an .ics file with ical.js, by the time zones that the file itself defines, and prints its events as rows.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const text = (value) =>
  String(value ?? '').replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

const time = (value) => {
  if (!value) return '';
  if (value.isDate || value.zone === ICAL.Timezone.localTimezone) return value.toString();
  return value.convertToZone(ICAL.Timezone.utcTimezone).toString();
};

const file = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(process.argv[2]));
const calendar = new ICAL.Component(ICAL.parse(file));
for (const zone of calendar.getAllSubcomponents('vtimezone'))
  ICAL.TimezoneService.register(zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone));
for (const event of calendar.getAllSubcomponents('vevent')) {
  const value = (name) => event.getFirstPropertyValue(name);
  const row = [text(value('uid')), time(value('dtstart')), time(value('dtend')), text(value('summary'))];
  console.log([...row, value('status') ?? ''].join('\t'));
}
