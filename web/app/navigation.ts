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
  count?: keyof Counts
  /** Only for who has this figure at all: a round is for keepers of outlets. */
  kept?: true
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
  { href: '/losses', icon: 'exit', word: 'losses', spelled: 'likai', needs: 'contact.run' },
  { href: '/satisfaction', icon: 'compare', word: 'satisfaction', spelled: 'manyidu', needs: 'contact.run' },
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
  { href: '/scripts', icon: 'script', word: 'scripts', spelled: 'huashu', needs: 'staff.read' },
  { href: '/talks', icon: 'message', word: 'talks', spelled: 'duihua', needs: 'staff.read' },
  { href: '/practice', icon: 'mic', word: 'practice', spelled: 'lianxi', needs: 'staff.read' },
  { href: '/coach', icon: 'note', word: 'coach', spelled: 'cuoci', needs: 'staff.read' },
  {
    href: '/value',
    icon: 'chance',
    word: 'value',
    spelled: 'jiazhi',
    needs: ['value.read', 'value.rule'],
    group: true,
  },
  { href: '/economics', icon: 'compare', word: 'economics', spelled: 'jingjizhang', needs: 'value.read' },
  { href: '/warning', icon: 'alert', word: 'warning', spelled: 'yujing', needs: 'warning.read' },
  { href: '/campaigns', icon: 'compare', word: 'campaigns', spelled: 'huodongduizhao', needs: 'campaign.run' },
  { href: '/team', icon: 'team', word: 'team', spelled: 'tuandui', needs: 'team.read', group: true },
  { href: '/standards', icon: 'check', word: 'standards', spelled: 'biaozhun', needs: 'team.read' },
  { href: '/retention-guard', icon: 'shield', word: 'guard', spelled: 'fencun', needs: 'guard.set' },
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
  { href: '/me/week', icon: 'calm', word: 'week', spelled: 'wodeyizhou', needs: 'team.own' },
  { href: '/absences', icon: 'calendar', word: 'absences', spelled: 'xiujia', needs: 'team.read' },
  {
    href: '/departures',
    icon: 'transfer',
    word: 'departures',
    spelled: 'jiaojie',
    needs: ['team.read', 'staff.write'],
  },
  { href: '/imports', icon: 'upload', word: 'imports', spelled: 'daoru', needs: 'import.run' },
  { href: '/people', icon: 'shield', word: 'people', spelled: 'renyuan', needs: 'staff.write' },
]

const isOpen = ({ needs, unless }: Place, can: readonly Action[]): boolean =>
  [needs].flat().some((action) => can.includes(action)) && !(unless && can.includes(unless))

export const navFor = (
  can: readonly Action[],
  words: NavWords,
  pathname: string,
  counts: Partial<Counts> = {},
): NavItem[] =>
  places
    .filter((place) => isOpen(place, can) && !(place.kept && place.count && typeof counts[place.count] !== 'number'))
    .map(({ href, icon, word, group, spelled, count, due }) => ({
      href,
      icon,
      label: words[word],
      current: href === '/' ? pathname === '/' : pathname.startsWith(href),
      ...(spelled ? { spelled } : {}),
      ...(group ? { group } : {}),
      ...(count && counts[count] ? { count: counts[count], due: due !== undefined && Boolean(counts[due]) } : {}),
    }))

/** Where somebody starts the day: the first place that is theirs. */
export const homeOf = (can: readonly Action[]): string | null =>
  places.find((place) => isOpen(place, can))?.href ?? null
