"""Local time follows TZ, once tzset() is called: names of the database, POSIX rules, what nobody knows."""

import os

# The zone is that of the start, also for who first asks now.
os.environ["TZ"] = "XYZ-11:30"
import datetime
import time

print(time.tzname[0] == "XYZ", time.timezone == -41400, time.localtime(0).tm_gmtoff == 41400)

zones = (
    "UTC", "EST+05EDT,M4.1.0,M10.5.0", "EST5EDT", "AEST-10AEDT-11,M10.5.0,M3.5.0", "STD-1DST,M3.4.1", "UTC+0", "Foo/Bar",
    "", "<+0330>-3:30", "EST5EDT,J60,J300/3", "AAA1:30:15BBB,59,J365/25", "X",
)
moments = (0, -(10**9), 10**9, 1743292800, 1793000000, 2**31 + 5, 5 * 10**9, -5 * 10**9)
for zone in zones:
    os.environ["TZ"] = zone
    time.tzset()
    print(repr(zone), time.timezone, time.altzone, time.daylight, time.tzname)
    for moment in moments:
        local = time.localtime(moment)
        again = [time.mktime(tuple(local)[:8] + (dst,)) - moment for dst in (-1, 0, 1)]
        print(" ", tuple(local), local.tm_zone, local.tm_gmtoff, again)
    print(" ", datetime.datetime(2026, 7, 1, 12).astimezone(), time.strftime("%H:%M %Z %z", time.localtime(1793000000)))
