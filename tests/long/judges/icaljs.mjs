// What ical.js makes of a calendar file. usage: node icaljs.mjs FOLDER-OF-PACKAGES FILE; lines as in libical.c.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, file] = process.argv.slice(2);
const ICAL = (await import(createRequire(path.join(path.resolve(folder), 'package.json')).resolve('ical.js'))).default;
const MOST = 5000, FROM = '2015', TO = '2031';
const lines = [];
const say = (...parts) => lines.push(parts.map(p => String(p ?? '').replace(/\n/g, '\\n').replace(/\t/g, ' ')).join('\t'));
const show = t => !t ? '' : t.isDate ? t.toString()
  : t.zone === ICAL.Timezone.localTimezone || t.zone.tzid === 'floating' ? t.toString()
  : t.convertToZone(ICAL.Timezone.utcTimezone).toString();

function count(event) {
  const one = (item, start, end) => { const s = show(start); if (s >= FROM && s < TO) say('TIME', item.uid, s, show(end)); };
  if (!event.isRecurring()) return one(event, event.startDate, event.endDate);
  const times = event.iterator();
  for (let next, n = 0; (next = times.next()) && next.year < 2031 && n < MOST;) {
    const d = event.getOccurrenceDetails(next);
    const before = lines.length;
    one(d.item, d.startDate, d.endDate);
    n += lines.length - before;
  }
}

try {
  const parsed = ICAL.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(file)));
  for (const jcal of Array.isArray(parsed[0]) ? parsed : [parsed]) {
    const calendar = new ICAL.Component(jcal);
    if (calendar.name !== 'vcalendar') say('REFUSED', `top is ${calendar.name}`);
    for (const z of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(z));
    const all = calendar.getAllSubcomponents('vevent');
    for (const v of all) {
      for (const p of v.getAllProperties()) p.getValues().forEach(value => { if (value instanceof ICAL.Time && Number.isNaN(value.year)) say('REFUSED', p.name); });
      const e = new ICAL.Event(v, { exceptions: [], strictExceptions: false });
      say('EVENT', e.uid, show(v.getFirstPropertyValue('recurrence-id')), show(v.getFirstPropertyValue('dtstart')), show(v.getFirstPropertyValue('dtend')), e.summary);
    }
    try {
      const masters = all.filter(v => !v.hasProperty('recurrence-id'));
      const uids = new Set(masters.map(v => v.getFirstPropertyValue('uid')));
      for (const v of masters) count(new ICAL.Event(v, {
        strictExceptions: false,
        exceptions: all.filter(x => x.hasProperty('recurrence-id') && x.getFirstPropertyValue('uid') === v.getFirstPropertyValue('uid')),
      }));
      for (const v of all) if (v.hasProperty('recurrence-id') && !uids.has(v.getFirstPropertyValue('uid'))) count(new ICAL.Event(v, { exceptions: [] }));
    } catch (e) { say('UNCOUNTED', `${e.name}: ${e.message}`); }
  }
} catch (e) { say('REFUSED', `${e.name}: ${e.message}`.slice(0, 200)); }
process.stdout.write(lines.join('\n') + '\n');
