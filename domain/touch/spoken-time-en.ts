import { addDays, addMonths, type Day, isDay, monthOf } from '#domain/kernel/day.ts'
import { closingMinute } from '#domain/kernel/working-hours.ts'
import {
  dayWithoutYear,
  existing,
  fromNow,
  lastDayOf,
  type Moment,
  partEnds,
  type SaidTime,
  type SpokenTime,
  spokenTime,
  type Unit,
  weekdayAhead,
} from './spoken-time.ts'

const WEEK = '(?<wd>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?'
const MONTH = '(?<mon>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const CLOCK =
  "(?<hour>\\d{1,2})(?:[:.](?<min>\\d{2}))?(?!\\d)\\s?(?<half>am|pm|a\\.m\\.|p\\.m\\.|o'clock)?(?!\\s*(?:%|percent|yuan|people|gb|mb|minutes|hours|days|weeks|months|times|points|st\\b|nd\\b|rd\\b|th\\b))"
const PRE = '(?:(?<pre>no later than|not later than|at the latest by|by|before|on|at|until|till|from|after|since)\\s+)?'
const PART = '(?:\\s+(?:in the\\s+)?(?<part>morning|afternoon|evening|night|noon|midday))'
const AT = `(?:,?\\s+(?:at|by|before|around)?\\s*${CLOCK})`
const NUMBER =
  '(?<n>an?|the(?=\\s+(?:hour|day|week|month))|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty-four|half an|a couple of|\\d{1,3})'

const TIMES = [
  new RegExp(
    `\\b${PRE}(?:(?:the\\s+)?end of\\s+)?(?<rel>today|tonight|this (?:morning|afternoon|evening)|the day after tomorrow|tomorrow|yesterday)\\b${PART}?${AT}?`,
    'giu',
  ),
  new RegExp(
    `\\b${PRE}(?:the\\s+)?(?:end of\\s+)?(?:(?<wp>this|next|last|coming)\\s+)?${WEEK}\\b${PART}?${AT}?`,
    'giu',
  ),
  new RegExp(
    `\\b${PRE}(?:the\\s+)?(?<eo>end of (?:the\\s+|this\\s+|next\\s+)?(?:business\\s+day|day|week|month|year)|eod|cob|close of business|month[- ]end)\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?<within>within|in)\\s+(?:the next\\s+)?${NUMBER}\\s*(?<work>(?:working|business)\\s+)?(?<unit>minute|hour|day|week|month)s?\\b`,
    'giu',
  ),
  new RegExp(
    `\\b${PRE}(?:${MONTH}\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH.replace('<mon>', '<mon2>')})(?:,?\\s+(?<year>\\d{4}))?\\b${AT}?`,
    'giu',
  ),
  new RegExp(`\\b${PRE}(?<iso>\\d{4}-\\d{2}-\\d{2})\\b`, 'giu'),
  new RegExp(
    `\\b(?<pre>no later than|by|before|at)\\s+(?:${CLOCK}|(?<noon>noon|midday|lunch))(?:\\s+(?<rel2>today|tomorrow))?`,
    'giu',
  ),
]

type Groups = Record<string, string | undefined>

/** Times in an English text, left to right, not overlapping. */
export const timesInEnglish = (text: string, moment: Moment): SpokenTime[] => {
  const found: SpokenTime[] = []
  for (const pattern of TIMES) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].trimEnd().length]
      if (found.some((time) => start < time.end && end > time.start)) continue
      const said = saidBy(lowered(match.groups ?? {}), moment)
      if (said) found.push(spokenTime(said, { start, end }, moment))
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const lowered = (groups: Groups): Groups =>
  Object.fromEntries(Object.entries(groups).map(([name, said]) => [name, said?.toLowerCase()]))

const saidBy = (said: Groups, moment: Moment): SaidTime | null => {
  if (/^(until|till|from|after|since)$/.test(said.pre ?? '')) return null
  if (said.unit !== undefined) return durationOf(said, moment)
  const named = dayOf(said, moment.today)
  if (named === null) return null
  return {
    ...named,
    minute: minuteOf(said, moment),
    limit: /by|before|later|latest/.test(said.pre ?? '') || said.eo !== undefined,
  }
}

type Named = { day: Day | null; past?: boolean; sure?: boolean }

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const dayOf = (said: Groups, today: Day): Named | null => {
  const rel = said.rel ?? said.rel2
  if (rel !== undefined) {
    const away = rel === 'yesterday' ? -1 : rel === 'tomorrow' ? 1 : rel.startsWith('the day after') ? 2 : 0
    return { day: addDays(today, away), past: away < 0 }
  }
  if (said.wd !== undefined) {
    const weeks = said.wp === 'next' ? 1 : said.wp === 'last' ? -1 : null
    const day = weekdayAhead(WEEKDAYS.indexOf(said.wd.slice(0, 3)) + 1, weeks, today)
    return { day, past: weeks === -1, sure: said.wp !== 'next' }
  }
  if (said.eo !== undefined) return { day: endOf(said.eo, today) }
  if (said.iso !== undefined) return isDay(said.iso) ? { day: said.iso } : null
  const month = said.mon ?? said.mon2
  if (month === undefined) return { day: null }
  const [number, date] = [MONTHS.indexOf(month.slice(0, 3)) + 1, Number(said.d1 ?? said.d2)]
  const day =
    said.year === undefined
      ? dayWithoutYear(number, date, today)
      : existing(`${said.year}-${String(number).padStart(2, '0')}`, date)
  return day === null ? null : { day }
}

const endOf = (said: string, today: Day): Day => {
  const ahead = said.includes('next') ? 1 : 0
  if (said.includes('month')) return lastDayOf(addMonths(monthOf(today), ahead))
  if (said.includes('week')) return weekdayAhead(5, ahead, today)
  return said.includes('year') ? `${Number(today.slice(0, 4)) + ahead}-12-31` : today
}

const minuteOf = (said: Groups, moment: Moment): number | null => {
  if (said.hour !== undefined) return clockMinute(said)
  if (said.noon !== undefined || said.part === 'noon' || said.part === 'midday') return partEnds.morning
  const part = said.part ?? said.rel?.replace('this ', '')
  if (part === 'morning') return partEnds.morning
  if (part === 'afternoon') return closingMinute(moment.time.hours)
  return part === 'tonight' || part === 'evening' || part === 'night' ? partEnds.evening : null
}

const clockMinute = (said: Groups): number => {
  const hour = Number(said.hour)
  const minutes = Number(said.min ?? 0)
  const afternoon = said.half?.startsWith('p') === true || (said.part !== undefined && said.part !== 'morning')
  const bare = said.half === undefined || said.half === "o'clock"
  const later = hour < 12 && (afternoon || (bare && said.part !== 'morning' && hour < 7))
  return (later ? hour + 12 : hour) * 60 + minutes
}

const NUMBERS: Record<string, number> = {
  a: 1,
  the: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  'twenty-four': 24,
  'half an': 0.5,
  'a couple of': 2,
}

const durationOf = (said: Groups, moment: Moment): SaidTime => {
  const amount = NUMBERS[said.n ?? ''] ?? Number(said.n)
  const unit = said.work !== undefined && said.unit === 'day' ? 'workday' : (said.unit as Unit)
  return { ...fromNow(amount, unit, moment), limit: said.within === 'within' }
}
