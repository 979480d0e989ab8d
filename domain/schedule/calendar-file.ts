import { addDays, type Day } from '#domain/kernel/day.ts'

/** When something is: a stretch of time, or a whole day of the calendar (a birthday has no hour and no time zone). */
export type When = { from: Date; until: Date } | { day: Day }

/** One entry of a calendar. `uid` stays the same over changes, `sequence` counts them. */
export type CalendarEntry = {
  uid: string
  sequence: number
  /** When this version was made. */
  stamp: Date
  when: When
  summary: string
  description?: string
  place?: string
  url?: string
  cancelled?: boolean
  /** A whole-day note such as a birthday leaves the day free. */
  free?: boolean
  /** Minutes before the beginning at which the calendar reminds. */
  remindBefore?: number
  /** Both for an invitation. */
  organiser?: Guest
  guests?: readonly Guest[]
}

export type Guest = { name: string; mail: string }

/** `publish` for a feed, `request` for an invitation, `cancel` to take one back. */
export type Method = 'publish' | 'request' | 'cancel'

/**
 * Writes an iCalendar file (RFC 5545): lines end in CRLF and are folded at 75 octets between characters, text is escaped, times are UTC,
 * whole days are dates that end the day after. Lunar birthdays are to be given as one entry a year, since no rule of the format can say them.
 */
export const writeCalendar = (name: string, entries: readonly CalendarEntry[], method: Method = 'publish'): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Weixi//Weixi//ZH',
    'CALSCALE:GREGORIAN',
    `METHOD:${method.toUpperCase()}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => entryLines(entry, method)),
    'END:VCALENDAR',
  ]
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('')

const entryLines = (entry: CalendarEntry, method: Method): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(entry.uid)}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${instant(entry.stamp)}`,
  ...whenLines(entry.when),
  `SUMMARY:${escaped(entry.summary)}`,
  ...optional('DESCRIPTION', entry.description),
  ...optional('LOCATION', entry.place),
  ...(entry.url ? [`URL:${entry.url.replace(/[\r\n]/g, '')}`] : []),
  `STATUS:${entry.cancelled || method === 'cancel' ? 'CANCELLED' : 'CONFIRMED'}`,
  `TRANSP:${entry.free ? 'TRANSPARENT' : 'OPAQUE'}`,
  ...(entry.organiser ? [`ORGANIZER;CN=${quoted(entry.organiser.name)}:${address(entry.organiser.mail)}`] : []),
  ...(entry.guests ?? []).map(
    ({ name, mail }) =>
      `ATTENDEE;CN=${quoted(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${address(mail)}`,
  ),
  ...(entry.remindBefore === undefined ? [] : alarm(entry.remindBefore, entry.summary)),
  'END:VEVENT',
]

const alarm = (minutes: number, summary: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER:-PT${minutes}M`,
  `DESCRIPTION:${escaped(summary)}`,
  'END:VALARM',
]

const whenLines = (when: When): string[] =>
  'day' in when
    ? [`DTSTART;VALUE=DATE:${date(when.day)}`, `DTEND;VALUE=DATE:${date(addDays(when.day, 1))}`]
    : [`DTSTART:${instant(when.from)}`, `DTEND:${instant(when.until)}`]

const optional = (key: string, text: string | undefined): string[] => (text ? [`${key}:${escaped(text)}`] : [])

const date = (day: Day): string => day.replaceAll('-', '')

/** 2026-11-23T02:00:00Z → 20261123T020000Z. */
const instant = (at: Date): string => at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')

const escaped = (text: string): string =>
  writable(text).replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n')

/** Without the control characters the format has no way to write; line ends of any kind become `\n`. */
const writable = (text: string): string =>
  [...text.replaceAll(/\r\n|\r/g, '\n')]
    .filter((character) => (character >= ' ' ? character !== '\u007f' : character === '\n' || character === '\t'))
    .join('')

/** A parameter in quotes may hold anything but quotes and line ends. */
const quoted = (text: string): string => `"${writable(text).replaceAll(/["\n]/g, ' ')}"`

const address = (mail: string): string => `mailto:${mail.replaceAll(/[\s<>"]/g, '')}`

const MOST_OCTETS = 75

/** RFC 5545, 3.1: a long line goes on in lines that begin with a space; a character is never torn apart. */
const folded = (line: string): string[] => {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > MOST_OCTETS) {
      lines.push(current)
      ;[current, octets] = [' ', 1]
    }
    current += character
    octets += size
  }
  return [...lines, current]
}

/** UTF-8 octets of one character. */
const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
