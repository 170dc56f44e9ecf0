/* How long libical takes to read and to write a calendar: libical_speed FILE prints both in seconds, the best of five. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!f) return 2;
    fseek(f, 0, SEEK_END);
    long n = ftell(f);
    rewind(f);
    char *buf = malloc(n + 1);
    if (fread(buf, 1, n, f) != (size_t)n) return 2;
    buf[n] = 0;
    double reading = 1e9, writing = 1e9;
    for (int i = 0; i < 5; i++) {
        double start = now();
        icalcomponent *c = icalparser_parse_string(buf);
        double read = now();
        char *text = icalcomponent_as_ical_string_r(c);
        double written = now();
        if (read - start < reading) reading = read - start;
        if (written - read < writing) writing = written - read;
        free(text);
        icalcomponent_free(c);
    }
    printf("%f %f\n", reading, writing);
    return 0;
}
