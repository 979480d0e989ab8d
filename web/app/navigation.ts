import type { Action } from '#domain/staff/role.ts'
import type { IconName } from '#web/ui/icons.tsx'
import type { zh } from './messages.zh.ts'
import type { NavItem } from './rail.tsx'

/** `needs` any of these. */
type Place = { href: string; icon: IconName; word: keyof NavWords; needs: Action | readonly Action[]; group?: true }

export type NavWords = (typeof zh)['nav']

/** Where one can go, in the order of the day; what a role may not do is not shown. */
const places: readonly Place[] = [
  { href: '/customers', icon: 'people', word: 'customers', needs: 'customer.read' },
  { href: '/contact', icon: 'phone', word: 'contact', needs: 'contact.run' },
  { href: '/promises', icon: 'promise', word: 'promises', needs: 'contact.run' },
  { href: '/expectations', icon: 'expect', word: 'expectations', needs: 'contact.run' },
  { href: '/cases', icon: 'case', word: 'cases', needs: 'contact.run' },
  { href: '/value', icon: 'chance', word: 'value', needs: ['value.read', 'value.rule'], group: true },
  { href: '/warning', icon: 'alert', word: 'warning', needs: 'warning.read' },
  { href: '/absences', icon: 'calendar', word: 'absences', needs: 'team.read' },
  { href: '/people', icon: 'shield', word: 'people', needs: 'staff.write' },
]

export const navFor = (can: readonly Action[], words: NavWords, pathname: string): NavItem[] =>
  places
    .filter(({ needs }) => (typeof needs === 'string' ? [needs] : needs).some((action) => can.includes(action)))
    .map(({ href, icon, word, group }) => ({
      href,
      icon,
      label: words[word],
      current: href === '/' ? pathname === '/' : pathname.startsWith(href),
      ...(group ? { group } : {}),
    }))
