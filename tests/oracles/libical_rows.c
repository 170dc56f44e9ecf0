/* Reads an .ics file with libical and prints its events as rows; README.md beside it says how. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void print_text(const char *text)
{
    for (; text && *text; text++)
        switch (*text) {
        case '\\': fputs("\\\\", stdout); break;
        case '\t': fputs("\\t", stdout); break;
        case '\n': fputs("\\n", stdout); break;
        case '\r': fputs("\\r", stdout); break;
        default: putchar(*text);
        }
}

static void print_time(struct icaltimetype t)
{
    if (icaltime_is_null_time(t))
        return;
    if (t.is_date) {
        printf("%04d-%02d-%02d", t.year, t.month, t.day);
        return;
    }
    int floating = !t.zone && !icaltime_is_utc(t);
    if (!floating)
        t = icaltime_convert_to_zone(t, icaltimezone_get_utc_timezone());
    printf("%04d-%02d-%02dT%02d:%02d:%02d%s", t.year, t.month, t.day, t.hour, t.minute, t.second, floating ? "" : "Z");
}

static const char *status_of(icalcomponent *event)
{
    icalproperty *p = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
    return p ? icalproperty_get_value_as_string(p) : "";
}

/* libical reports what it could not parse as properties of its own. */
static int count_errors(icalcomponent *c)
{
    int errors = 0;
    icalproperty *p = icalcomponent_get_first_property(c, ICAL_XLICERROR_PROPERTY);
    for (; p; p = icalcomponent_get_next_property(c, ICAL_XLICERROR_PROPERTY), errors++)
        fprintf(stderr, "%s\n", icalproperty_get_value_as_string(p));
    icalcomponent *s = icalcomponent_get_first_component(c, ICAL_ANY_COMPONENT);
    for (; s; s = icalcomponent_get_next_component(c, ICAL_ANY_COMPONENT))
        errors += count_errors(s);
    return errors;
}

static char *read_file(const char *name)
{
    FILE *f = fopen(name, "rb");
    if (!f) {
        perror(name);
        exit(2);
    }
    fseek(f, 0, SEEK_END);
    size_t size = (size_t)ftell(f);
    rewind(f);
    char *text = malloc(size + 1);
    if (!text || fread(text, 1, size, f) != size)
        exit(2);
    text[size] = 0;
    fclose(f);
    return text;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: libical_rows FILE\n");
        return 2;
    }
    icalerror_set_errors_are_fatal(0);
    icalcomponent *calendar = icalparser_parse_string(read_file(argv[1]));
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        fprintf(stderr, "libical: not a calendar\n");
        return 1;
    }
    icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; e; e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        print_text(icalcomponent_get_uid(e));
        putchar('\t');
        print_time(icalcomponent_get_dtstart(e));
        putchar('\t');
        print_time(icalcomponent_get_dtend(e));
        putchar('\t');
        print_text(icalcomponent_get_summary(e));
        printf("\t%s\n", status_of(e));
    }
    return count_errors(calendar) ? 1 : 0;
}
