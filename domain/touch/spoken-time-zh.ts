import { addDays, addMonths, type Day, isDay, monthOf } from '#domain/kernel/day.ts'
import { nextFestival } from '#domain/kernel/festivals.ts'
import { closingMinute } from '#domain/kernel/working-hours.ts'
import {
  dayOfMonthAhead,
  dayWithoutYear,
  existing,
  fromNow,
  lastDayOf,
  lastWorkdayBefore,
  type Moment,
  partEnds,
  type SaidTime,
  type SpokenTime,
  spokenTime,
  type Unit,
  weekdayAhead,
} from './spoken-time.ts'

const N = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const CLOCK = `(?<hour>\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[点时](?!候|间|段|左)(?<past>半|一刻|三刻|整|钟|(?:${N})分?)?|[:：](?<min>\\d{2}))`
const PART = '(?<part>上午|下午|早上|早晨|一早|中午|傍晚|晚上|晚间|凌晨|下班|上班)'
const EDGE =
  '(?<edge>之前|以前|前(?!台|天|面|来|往|期|几)|之内|以内|内(?!容|部|存|心)|之后|以后|后(?!天|面|续|来|台|期)|为止)'
const UNIT = '(?<unit>个?工作日|天|日|个?小时|个?钟头|分钟|刻钟|个?星期|个?礼拜|周|个?月)'
const DAY = [
  '(?<rel>今天|今日|今晚|今早|当天|当日|明天|明日|明早|明晚|大后天|后天|昨天|昨日|昨晚|大前天|前天)',
  '(?<![一两每半])(?<wp>这个?|本|下下个?|下个?|上个?)?(?:周|星期|礼拜)(?<wd>[一二三四五六日天末])',
  `(?:(?<year>\\d{4}|今|明)年)?(?<mon>${N})月(?<dom>${N})[日号]?(?!码)`,
  '(?<iso>\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})',
  `(?:(?<mp>这个?月|本月|下个?月)的?)?(?<only>${N})[日号](?![楼店线门机柜窗厅码院])`,
  `(?<ep>这个?月|本月|下个?月|今年|${N}月|月|年)(?<me>底|末|初|中旬?)`,
  '(?<wo>这个?|本|下个?)(?:周|星期|礼拜)(?![一二三四五六日天末])',
  '(?<mo>这个?月|本月|下个?月)(?=之?内|以内)',
  '(?<fest>春节|过年|元旦|国庆节?|中秋节?|端午节?|五一|清明节?|元宵节?)(?=之?前|以前)',
].join('|')

const LEAD = '(?:最晚|最迟|不晚于|不迟于|赶在)?(?:是|在)?'
const TIMES = [
  new RegExp(`${LEAD}(?:${DAY})(?:的?${PART})?(?:的?${CLOCK})?${EDGE}?`, 'gu'),
  new RegExp(`(?<cap>不(?:会)?超过)?(?<half>半)?(?<n>${N})?(?<more>多|个半)?${UNIT}${EDGE}?`, 'gu'),
  new RegExp(`${LEAD}${PART}(?:的?${CLOCK})?${EDGE}?`, 'gu'),
  new RegExp(`${LEAD}${CLOCK}(?:钟|整)?${EDGE}?`, 'gu'),
]

type Groups = Record<string, string | undefined>

const DIGITS = '零一二三四五六七八九'

/** 三 → 3, 两 → 2, 十一 → 11, 二十七 → 27. */
const numberOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.replace('两', '二').split('十')
  if (ones === undefined) return DIGITS.indexOf(tens ?? '')
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

/** Times in a Chinese text, left to right, not overlapping; the fullest reading at a place wins. */
export const timesInChinese = (text: string, moment: Moment): SpokenTime[] => {
  const found: SpokenTime[] = []
  for (const pattern of TIMES) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((time) => start < time.end && end > time.start)) continue
      const said = saidBy(match.groups ?? {}, moment)
      if (said) found.push(spokenTime(said, { start, end }, moment))
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const saidBy = (said: Groups, moment: Moment): SaidTime | null => {
  const after = /后/.test(said.edge ?? '')
  if (said.unit !== undefined) return durationOf(said, moment)
  const named = dayOf(said, moment)
  if (named === null) return null
  if (after && said.part !== '下班') return null
  return { ...named, minute: minuteOf(said, named.day ?? moment.today, moment) ?? null, limit: said.edge !== undefined }
}

type Named = { day: Day | null; past?: boolean; provisional?: boolean; sure?: boolean }

const dayOf = (said: Groups, moment: Moment): Named | null => {
  const { today } = moment
  const known = (day: Day | null, more: Omit<Named, 'day'> = {}): Named | null =>
    day === null ? null : { day, ...more }
  if (said.rel !== undefined) return relativeDay(said.rel, today)
  if (said.wd !== undefined) return weekday(said.wp, said.wd, today)
  if (said.dom !== undefined) return known(datedDay(said, today))
  if (said.iso !== undefined) return known(isoDay(said.iso))
  if (said.only !== undefined) return known(dayInMonth(said.mp, numberOf(said.only), today))
  if (said.me !== undefined) return known(partOfMonth(said.ep ?? '', said.me, today))
  if (said.wo !== undefined)
    return known(weekdayAhead(5, said.wo.startsWith('下') ? 1 : 0, today), { sure: said.edge !== undefined })
  if (said.mo !== undefined) return known(lastDayOf(addMonths(monthOf(today), said.mo.startsWith('下') ? 1 : 0)))
  if (said.fest !== undefined) return festivalEve(said.fest, moment)
  return { day: null }
}

const AHEAD: Record<string, number> = { 今: 0, 当: 0, 明: 1, 后: 2, 大后: 3, 昨: -1, 前: -2, 大前: -3 }

const relativeDay = (word: string, today: Day): Named => {
  const away = AHEAD[word.slice(0, -1)] ?? 0
  return { day: addDays(today, away), past: away < 0 }
}

const weekday = (prefix: string | undefined, word: string, today: Day): Named => {
  const day = word === '末' || word === '天' ? 7 : '一二三四五六日'.indexOf(word) + 1
  const weeks =
    prefix === undefined
      ? word === '末'
        ? 0
        : null
      : prefix.startsWith('下下')
        ? 2
        : prefix.startsWith('下')
          ? 1
          : prefix.startsWith('上')
            ? -1
            : 0
  return { day: weekdayAhead(day, weeks, today), past: weeks === -1 }
}

const datedDay = (said: Groups, today: Day): Day | null => {
  const [month, date] = [numberOf(said.mon ?? ''), numberOf(said.dom ?? '')]
  if (month < 1 || month > 12) return null
  if (said.year === undefined) return dayWithoutYear(month, date, today)
  const thisYear = Number(today.slice(0, 4))
  const year = said.year === '今' ? thisYear : said.year === '明' ? thisYear + 1 : Number(said.year)
  return existing(`${year}-${String(month).padStart(2, '0')}`, date)
}

const isoDay = (text: string): Day | null => {
  const day = text
    .split(/[-/.]/)
    .map((part) => part.padStart(2, '0'))
    .join('-')
  return isDay(day) ? day : null
}

const dayInMonth = (prefix: string | undefined, date: number, today: Day): Day | null => {
  if (prefix === undefined) return dayOfMonthAhead(date, today)
  return existing(addMonths(monthOf(today), prefix.startsWith('下') ? 1 : 0), date)
}

const partOfMonth = (which: string, part: string, today: Day): Day | null => {
  if (which === '年' || which === '今年') return part === '底' || part === '末' ? `${today.slice(0, 4)}-12-31` : null
  const numbered = which.endsWith('月') && !/^(这|本|下|月)/.test(which) ? numberOf(which.slice(0, -1)) : null
  const start = numbered === null ? null : dayWithoutYear(numbered, 1, addDays(today, -31))
  const month = start === null ? addMonths(monthOf(today), which.startsWith('下') ? 1 : 0) : monthOf(start)
  if (part === '底' || part === '末') return lastDayOf(month)
  const day = `${month}-${part === '初' ? '05' : '20'}`
  return which === '月' && day < today ? `${addMonths(month, 1)}${day.slice(7)}` : day
}

const FESTIVALS: Record<string, string> = {
  春节: 'springFestival',
  过年: 'springFestival',
  元旦: 'newYear',
  国庆: 'national',
  中秋: 'midAutumn',
  端午: 'dragonBoat',
  五一: 'labour',
  清明: 'qingming',
  元宵: 'lantern',
}

const festivalEve = (word: string, moment: Moment): Named | null => {
  const festival = nextFestival(FESTIVALS[word.replace(/节$/, '')] ?? FESTIVALS[word] ?? '', addDays(moment.today, 1))
  return festival && lastWorkdayBefore(festival.day, moment)
}

const UNITS: readonly [RegExp, Unit][] = [
  [/工作日/, 'workday'],
  [/小时|钟头/, 'hour'],
  [/分钟|刻钟/, 'minute'],
  [/天|日/, 'day'],
  [/周|星期|礼拜/, 'week'],
  [/月/, 'month'],
]

const durationOf = (said: Groups, moment: Moment): SaidTime | null => {
  const limit = said.cap !== undefined || /内|前/.test(said.edge ?? '')
  if (!limit && !/后/.test(said.edge ?? '')) return null
  const text = said.unit ?? ''
  const unit = UNITS.find(([shape]) => shape.test(text))?.[1]
  const whole = said.n === undefined ? 0 : numberOf(said.n)
  const amount = whole + (said.half !== undefined || said.more === '个半' ? 0.5 : 0)
  if (unit === undefined || amount <= 0) return null
  if (unit === 'day' && amount === 0.5) return { ...fromNow(4, 'hour', moment), limit, sure: false }
  return { ...fromNow(/刻钟/.test(text) ? amount * 15 : amount, unit, moment), limit }
}

const minuteOf = (said: Groups, day: Day, moment: Moment): number | undefined => {
  const part = said.part ?? (said.rel?.endsWith('晚') ? '晚上' : said.rel?.endsWith('早') ? '早上' : undefined)
  if (said.hour !== undefined) return clockMinute(said, part, day, moment)
  if (part === undefined) return undefined
  if (part === '下班') return /后/.test(said.edge ?? '') ? partEnds.evening : closingMinute(moment.time.hours)
  if (part === '上班') return moment.time.hours[0]?.start ?? 9 * 60
  if (/上午|早/.test(part)) return partEnds.morning
  if (part === '中午') return /前/.test(said.edge ?? '') ? partEnds.morning : partEnds.noon
  if (part === '下午') return closingMinute(moment.time.hours)
  return part === '傍晚' ? partEnds.dusk : part === '凌晨' ? partEnds.night : partEnds.evening
}

const clockMinute = (said: Groups, part: string | undefined, day: Day, moment: Moment): number | undefined => {
  const hour = numberOf(said.hour ?? '')
  if (hour < 0 || hour > 24) return undefined
  const minutes = said.min !== undefined ? Number(said.min) : pastHour(said.past)
  const afternoon = part !== undefined && /下午|傍晚|晚|中午/.test(part) && hour < 12 && !(part === '中午' && hour > 9)
  const asSaid = hour * 60 + minutes
  if (afternoon) return asSaid + 12 * 60
  const gone = day === moment.today && asSaid <= moment.minute && hour < 12
  return part === undefined && (hour < 7 || gone) && hour <= 12 ? asSaid + 12 * 60 : asSaid
}

const pastHour = (said: string | undefined): number => {
  if (said === undefined || said === '整' || said === '钟') return 0
  if (said === '半') return 30
  return said === '一刻' ? 15 : said === '三刻' ? 45 : numberOf(said.replace('分', ''))
}
