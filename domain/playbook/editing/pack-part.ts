import type { Text } from '../field.ts'
import { canonical } from '../canonical.ts'

/** The folders of a pack besides its playbooks. */
export const partKinds = ['scripts', 'texts', 'forms', 'checklists', 'offers'] as const
export type PartKind = (typeof partKinds)[number]

/** One thing a file of a pack holds, such as a script or a field: what it is called, and all that is said of it. */
export type Entry = { id: string; title: Text; content: object }

/** What taking a file would change: its entries by name, and whether anything is otherwise at its head. */
export type PartChange = { added: Text[]; changed: Text[]; removed: Text[]; head: boolean }

type Head = Readonly<Record<string, unknown>>

/** Raised with every change: nothing an editor wrote. */
const stamped = new Set(['version', 'reviewer', 'reviewed'])

/** Says what is otherwise in `after`; `head` is what stands over the entries. Null where both say the same. */
export const partChange = (
  before: { head: Head; entries: readonly Entry[] },
  after: { head: Head; entries: readonly Entry[] },
): PartChange | null => {
  const was = new Map(before.entries.map((entry) => [entry.id, entry]))
  const is = new Set(after.entries.map(({ id }) => id))
  const change = {
    added: titles(after.entries.filter(({ id }) => !was.has(id))),
    changed: titles(after.entries.filter((entry) => isOtherwise(was.get(entry.id), entry))),
    removed: titles(before.entries.filter(({ id }) => !is.has(id))),
    head: said(before.head) !== said(after.head),
  }
  const none = change.added.length + change.changed.length + change.removed.length === 0
  return none && !change.head && inSameOrder(before.entries, after.entries) ? null : change
}

const titles = (entries: readonly Entry[]): Text[] => entries.map(({ title }) => title)

const isOtherwise = (before: Entry | undefined, after: Entry): boolean =>
  before !== undefined && canonical(before.content) !== canonical(after.content)

const inSameOrder = (before: readonly Entry[], after: readonly Entry[]): boolean =>
  before.map(({ id }) => id).join() === after.map(({ id }) => id).join()

const said = (head: Head): string =>
  canonical(Object.fromEntries(Object.entries(head).filter(([key]) => !stamped.has(key))))
