/* What libical makes of a calendar file. usage: libical FILE FROM TO (seconds since 1970)
   Lines, tab between: REFUSED why | EVENT uid recurrence-id start end summary | TIME uid start end */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST 5000

static long long from, to;
static int refused;

static void look_for_errors(icalcomponent *c) {
    for (icalproperty *p = icalcomponent_get_first_property(c, ICAL_XLICERROR_PROPERTY); p;
         p = icalcomponent_get_next_property(c, ICAL_XLICERROR_PROPERTY)) {
        printf("REFUSED\t%s\n", icalproperty_get_value_as_string(p));
        refused = 1;
    }
    for (icalcomponent *s = icalcomponent_get_first_component(c, ICAL_ANY_COMPONENT); s;
         s = icalcomponent_get_next_component(c, ICAL_ANY_COMPONENT))
        look_for_errors(s);
}

static const char *text(const char *s) {
    static char room[8][4000];
    static int turn;
    char *out = room[turn++ % 8], *o = out;
    for (; s && *s && o < out + 3990; s++) {
        if (*s == '\n') { *o++ = '\\'; *o++ = 'n'; }
        else *o++ = *s == '\t' ? ' ' : *s;
    }
    *o = 0;
    return out;
}

static const char *time_text(struct icaltimetype t) {
    static char room[8][40];
    static int turn;
    char *out = room[turn++ % 8];
    if (icaltime_is_null_time(t)) return "";
    if (t.is_date) { sprintf(out, "%04d-%02d-%02d", t.year, t.month, t.day); return out; }
    int floating = !t.zone && !icaltime_is_utc(t);
    if (!floating) t = icaltime_convert_to_zone(t, icaltimezone_get_utc_timezone());
    sprintf(out, "%04d-%02d-%02dT%02d:%02d:%02d%s", t.year, t.month, t.day, t.hour, t.minute, t.second, floating ? "" : "Z");
    return out;
}

struct series { const char *uid; int is_date, floating, shown; time_t *moved; int moved_count; };

static const char *span_text(struct series *s, time_t at) {
    static char room[4][40];
    static int turn;
    char *out = room[turn++ % 4];
    struct tm tm;
    gmtime_r(&at, &tm);
    strftime(out, 40, s->is_date ? "%Y-%m-%d" : s->floating ? "%Y-%m-%dT%H:%M:%S" : "%Y-%m-%dT%H:%M:%SZ", &tm);
    return out;
}

static void occurs(icalcomponent *c, struct icaltime_span *span, void *data) {
    struct series *s = data;
    (void)c;
    if (span->start < from || span->start >= to || s->shown >= MOST) return;
    for (int i = 0; i < s->moved_count; i++)
        if (s->moved[i] == span->start) return;
    s->shown++;
    printf("TIME\t%s\t%s\t%s\n", text(s->uid), span_text(s, span->start), span_text(s, span->end));
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    from = atoll(argv[2]);
    to = atoll(argv[3]);
    FILE *f = fopen(argv[1], "rb");
    if (!f) return 2;
    fseek(f, 0, SEEK_END);
    long n = ftell(f);
    rewind(f);
    char *buf = malloc(n + 1);
    if (fread(buf, 1, n, f) != (size_t)n) return 2;
    buf[n] = 0;
    icalerror_set_errors_are_fatal(0);
    icalcomponent *top = icalparser_parse_string(buf);
    if (!top) { printf("REFUSED\tno component\n"); return 0; }
    look_for_errors(top);
    if (icalcomponent_isa(top) != ICAL_VCALENDAR_COMPONENT && icalcomponent_isa(top) != ICAL_XROOT_COMPONENT)
        printf("REFUSED\tno VCALENDAR\n");
    icalcomponent *cal = icalcomponent_isa(top) == ICAL_XROOT_COMPONENT ? icalcomponent_get_first_component(top, ICAL_VCALENDAR_COMPONENT) : top;
    for (; cal; cal = cal == top ? NULL : icalcomponent_get_next_component(top, ICAL_VCALENDAR_COMPONENT)) {
        int count = icalcomponent_count_components(cal, ICAL_VEVENT_COMPONENT);
        icalcomponent **events = calloc(count + 1, sizeof *events);
        time_t *moved = calloc(count + 1, sizeof *moved);
        int i = 0;
        for (icalcomponent *e = icalcomponent_get_first_component(cal, ICAL_VEVENT_COMPONENT); e;
             e = icalcomponent_get_next_component(cal, ICAL_VEVENT_COMPONENT))
            events[i++] = e;
        for (i = 0; i < count; i++) {
            icalcomponent *e = events[i];
            const char *uid = icalcomponent_get_uid(e);
            struct icaltimetype start = icalcomponent_get_dtstart(e), id = icaltime_null_time();
            icalproperty *pid = icalcomponent_get_first_property(e, ICAL_RECURRENCEID_PROPERTY);
            if (pid) id = icalproperty_get_datetime_with_component(pid, e);
            const char *summary = icalcomponent_get_summary(e);
            printf("EVENT\t%s\t%s\t%s\t%s\t%s\n", text(uid ? uid : ""), time_text(id), time_text(start),
                   icalcomponent_get_first_property(e, ICAL_DTEND_PROPERTY) ? time_text(icalcomponent_get_dtend(e)) : "",
                   text(summary ? summary : ""));
            struct series s = {uid ? uid : "", start.is_date, !start.zone && !icaltime_is_utc(start) && !start.is_date, 0, moved, 0};
            if (!pid)
                for (int k = 0; k < count; k++) {
                    icalproperty *p = icalcomponent_get_first_property(events[k], ICAL_RECURRENCEID_PROPERTY);
                    const char *other = icalcomponent_get_uid(events[k]);
                    if (p && other && !strcmp(other, s.uid)) {
                        struct icaltimetype t = icalproperty_get_datetime_with_component(p, events[k]);
                        moved[s.moved_count++] = icaltime_as_timet_with_zone(t, t.zone);
                    }
                }
            icalcomponent_foreach_recurrence(e, icaltime_from_timet_with_zone(from - 86400 * 40, 0, icaltimezone_get_utc_timezone()),
                                             icaltime_from_timet_with_zone(to, 0, icaltimezone_get_utc_timezone()), occurs, &s);
        }
        free(events);
        free(moved);
    }
    return 0;
}
