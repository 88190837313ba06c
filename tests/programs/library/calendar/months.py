import calendar
import datetime

print(calendar.month(2024, 2))
print(calendar.calendar(2023, m=4))
print(calendar.TextCalendar(6).formatmonth(2025, 3, w=4, l=2))
print(calendar.HTMLCalendar(calendar.SUNDAY).formatmonth(2024, 9))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(1900, 2024), calendar.weekday(2024, 1, 1))
print(list(calendar.month_name), calendar.day_abbr[1:3], calendar.day_name[-1], len(calendar.month_abbr))
print(calendar.monthcalendar(2024, 6), calendar.Month.MAY, repr(calendar.MONDAY))
print(calendar.timegm((2001, 9, 9, 1, 46, 40)))
c = calendar.Calendar(3)
print(list(c.itermonthdays2(2024, 2))[:9], list(c.itermonthdays3(2024, 2))[:3], next(c.itermonthdates(2024, 2)))
print([len(row) for row in c.yeardayscalendar(2024, 5)], list(c.iterweekdays()))
for call in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.Nothing):
    try:
        call()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
calendar.setfirstweekday(6)
print(calendar.firstweekday(), calendar.weekheader(3))
