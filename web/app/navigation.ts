import type { Action } from '#domain/staff/role.ts'
import type { IconName } from '#web/ui/icons.tsx'
import type { zh } from './messages.zh.ts'
import type { NavItem } from './rail.tsx'

/** The figures of the rail; null where the reader has no such place. */
export type Counts = {
  today: number | null
  /** Of today's rows, those owed to a customer. */
  owed: number | null
  customers: number | null
  /** Outlets to call on today. */
  round: number | null
  /** Open promises that fall due today or are late. */
  promisesDue: number | null
  expectations: number | null
  cases: number | null
  /** Retention cases in one's hands, and how many of them ask for something now. */
  retention: number | null
  retentionDue: number | null
  handOvers: number | null
  /** Forms that wait for this reader's word, and own ones whose day has come. */
  forms: number | null
}

type Place = {
  href: string
  icon: IconName
  word: keyof NavWords
  /** The word in pinyin, so that the palette finds it without an input method. */
  spelled?: string
  /** Any of these opens it. */
  needs: Action | readonly Action[]
  /** Left out for those who may do this: they have a wider place. */
  unless?: Action
  /** A hairline before it begins a new group. */
  group?: true
  /** One of the pages beside this place: the rail shows the first of them that is open, and each shows the others above it. */
  beside?: string
  count?: keyof Counts
  /** Only for who has this figure at all: a round is for keepers of outlets. */
  kept?: true
  /** Who may open it from a link on another page, though it has no place in their navigation: what all may read. */
  readBy?: Action
  /** The figure asks for action as long as this one is not nothing. */
  due?: keyof Counts
}

export type NavWords = (typeof zh)['nav']

/** Where one can go, in the order of the day; what a role may not do is not shown. */
const places: readonly Place[] = [
  { href: '/', icon: 'today', word: 'today', spelled: 'jintian', needs: 'contact.run', count: 'today', due: 'owed' },
  {
    href: '/customers',
    icon: 'people',
    word: 'customers',
    spelled: 'kehu',
    needs: 'customer.read',
    count: 'customers',
  },
  { href: '/contact', icon: 'phone', word: 'contact', spelled: 'jiechu', needs: 'contact.run' },
  {
    href: '/round',
    icon: 'outlet',
    word: 'round',
    spelled: 'xundian',
    needs: 'contact.run',
    count: 'round',
    kept: true,
  },
  { href: '/calendar', icon: 'calendar', word: 'calendar', spelled: 'rili', needs: 'contact.run' },
  { href: '/field', icon: 'visit', word: 'field', spelled: 'waichu', needs: 'contact.run' },
  {
    href: '/promises',
    icon: 'promise',
    word: 'promises',
    spelled: 'chengnuo',
    needs: 'contact.run',
    count: 'promisesDue',
    due: 'promisesDue',
    group: true,
  },
  {
    href: '/expectations',
    icon: 'expect',
    word: 'expectations',
    spelled: 'qiwang',
    needs: 'contact.run',
    count: 'expectations',
  },
  { href: '/cases', icon: 'case', word: 'cases', spelled: 'fuwudan', needs: 'contact.run', count: 'cases' },
  {
    href: '/retention',
    icon: 'keep',
    word: 'retention',
    spelled: 'wanliu',
    needs: 'contact.run',
    count: 'retention',
    due: 'retentionDue',
  },
  {
    href: '/retention-rules',
    icon: 'benefit',
    word: 'offers',
    spelled: 'fangan',
    needs: 'contact.run',
    readBy: 'staff.read',
    beside: '/retention',
  },
  { href: '/losses', icon: 'exit', word: 'losses', spelled: 'likai', needs: 'contact.run', beside: '/retention' },
  {
    href: '/campaigns',
    icon: 'compare',
    word: 'campaigns',
    spelled: 'huodongduizhao',
    needs: 'campaign.run',
    beside: '/retention',
  },
  {
    href: '/retention-guard',
    icon: 'shield',
    word: 'guard',
    spelled: 'fencun',
    needs: 'guard.set',
    readBy: 'staff.read',
    beside: '/retention',
  },
  { href: '/satisfaction', icon: 'sun', word: 'satisfaction', spelled: 'manyidu', needs: 'contact.run' },
  { href: '/events', icon: 'star', word: 'events', spelled: 'huodong', needs: 'contact.run' },
  {
    href: '/forms',
    icon: 'file',
    word: 'forms',
    spelled: 'biaodan',
    needs: 'contact.run',
    count: 'forms',
    due: 'forms',
  },
  {
    href: '/handovers',
    icon: 'transfer',
    word: 'handOvers',
    spelled: 'zhuanjiao',
    needs: 'handover.answer',
    count: 'handOvers',
    due: 'handOvers',
  },
  {
    href: '/departures',
    icon: 'transfer',
    word: 'departures',
    spelled: 'jiaojie',
    needs: ['team.read', 'staff.write'],
    beside: '/handovers',
  },
  { href: '/scripts', icon: 'script', word: 'scripts', spelled: 'huashu', needs: 'staff.read', group: true },
  { href: '/coach', icon: 'note', word: 'coach', spelled: 'cuoci', needs: 'staff.read', beside: '/scripts' },
  { href: '/talks', icon: 'message', word: 'talks', spelled: 'duihua', needs: 'staff.read', beside: '/scripts' },
  { href: '/practice', icon: 'mic', word: 'practice', spelled: 'lianxi', needs: 'staff.read', beside: '/scripts' },
  {
    href: '/value',
    icon: 'chance',
    word: 'value',
    spelled: 'jiazhi',
    needs: ['value.read', 'value.rule'],
    group: true,
  },
  {
    href: '/economics',
    icon: 'compare',
    word: 'economics',
    spelled: 'jingjizhang',
    needs: 'value.read',
    beside: '/value',
  },
  { href: '/warning', icon: 'alert', word: 'warning', spelled: 'yujing', needs: 'warning.read' },
  { href: '/team', icon: 'team', word: 'team', spelled: 'tuandui', needs: 'team.read' },
  { href: '/standards', icon: 'check', word: 'standards', spelled: 'biaozhun', needs: 'team.read', beside: '/team' },
  { href: '/audit', icon: 'lock', word: 'audit', spelled: 'jilu', needs: 'audit.read', beside: '/team' },
  { href: '/playbooks', icon: 'edit', word: 'playbooks', spelled: 'liucheng', needs: 'playbook.draft' },
  {
    href: '/me/figures',
    icon: 'flag',
    word: 'own',
    spelled: 'wodeshu',
    needs: 'team.own',
    unless: 'team.read',
    group: true,
  },
  { href: '/me/week', icon: 'calm', word: 'week', spelled: 'wodeyizhou', needs: 'team.own', beside: '/me/figures' },
  { href: '/absences', icon: 'calendar', word: 'absences', spelled: 'xiujia', needs: 'team.read' },
  { href: '/imports', icon: 'upload', word: 'imports', spelled: 'daoru', needs: 'import.run' },
  { href: '/people', icon: 'shield', word: 'people', spelled: 'renyuan', needs: 'staff.write' },
]

const isOpen = ({ needs, unless }: Place, can: readonly Action[]): boolean =>
  [needs].flat().some((action) => can.includes(action)) && !(unless && can.includes(unless))

/** Whether a page is another role's: the address of a place that the reader's own roles do not open. `/` leads everybody to a page of their own. */
export const isOfOthers = (can: readonly Action[], pathname: string): boolean =>
  places.some(
    ({ href, needs, readBy }) =>
      href !== '/' && href === pathname && ![needs, readBy ?? []].flat().some((action) => can.includes(action)),
  )

const openTo = (can: readonly Action[], counts: Partial<Counts>): Place[] =>
  places.filter(
    (place) => isOpen(place, can) && !(place.kept && place.count && typeof counts[place.count] !== 'number'),
  )

const headOf = ({ href, beside = href }: Place): string => beside

const isAt = (href: string, pathname: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)

const itemOf = (place: Place, words: NavWords, current: boolean, counts: Partial<Counts>): NavItem => {
  const { href, icon, word, group, spelled, count, due } = place
  return {
    href,
    icon,
    label: words[word],
    current,
    ...(spelled ? { spelled } : {}),
    ...(group ? { group } : {}),
    ...(count && counts[count] ? { count: counts[count], due: due !== undefined && Boolean(counts[due]) } : {}),
  }
}

/** Every place that is open to somebody, for the palette. */
export const placesFor = (can: readonly Action[], words: NavWords): NavItem[] =>
  openTo(can, {}).map((place) => itemOf(place, words, false, {}))

/** The rail: of the pages beside each other the first that is open, and it is current on all of them. */
export const navFor = (
  can: readonly Action[],
  words: NavWords,
  pathname: string,
  counts: Partial<Counts> = {},
): NavItem[] => {
  const open = openTo(can, counts)
  const at = open.filter(({ href }) => isAt(href, pathname)).map(headOf)
  return open
    .filter((place, i) => open.findIndex((one) => headOf(one) === headOf(place)) === i)
    .map((place) => itemOf(place, words, at.includes(headOf(place)), counts))
}

/** The pages beside the one that is open, itself among them; none where it stands alone or is about one record. */
export const besideFor = (can: readonly Action[], words: NavWords, pathname: string): NavItem[] => {
  const open = openTo(can, {})
  const here = open.find(({ href }) => href === pathname)
  const family = here ? open.filter((place) => headOf(place) === headOf(here)) : []
  return family.length > 1 ? family.map((place) => itemOf(place, words, place === here, {})) : []
}

/** Where somebody starts the day: the first place that is theirs. */
export const homeOf = (can: readonly Action[]): string | null =>
  places.find((place) => isOpen(place, can))?.href ?? null
