import type { zh } from './messages.zh.ts'

const customers = (n: number): string => (n === 1 ? '1 customer' : `${n} customers`)
const promises = (n: number): string => (n === 1 ? '1 open promise' : `${n} open promises`)

export const en: typeof zh = {
  title: 'Handing over',
  remark: 'Somebody goes, no customer is lost: taken over, told, met',
  none: {
    title: 'Nobody has left',
    hint: 'An administrator ends somebody’s employment under “People”; each of their customers is then followed here to the end.',
  },
  failed: { title: 'The hand-over could not be read', remedy: 'Check the network and try again.' },
  gone: {
    title: 'No such hand-over',
    remedy: 'None of the customers may be yours, or the address was copied wrongly.',
  },
  person: (name) => `Customers of ${name}`,
  left: (day) => `left on ${day}`,
  done: 'all handed over',
  late: (n) => `${n} overdue`,
  open: 'The list',
  overdue: 'late',
  list: 'Hand-over list',
  took: (name) => `${name} takes over`,
  promises,
  told: (day) => `told on ${day}`,
  met: (day) => `met on ${day}`,
  read: (day) => `card read on ${day}`,
  unread: 'card not read yet',
  card: {
    open: 'Card',
    of: (name) => `Hand-over card: ${name}`,
    openOf: (name) => `Card: ${name}`,
    who: 'What to call them, who they are',
    style: 'How to get on',
    never: 'Never say',
    promises: 'Promised and not done yet',
    expectations: 'What matters to them',
    nothing: 'nothing noted',
    confirm: 'Read; it is with me now',
    confirmed: 'Noted: you have read the card',
    message: 'Write to tell them',
    page: 'Customer page',
  },
  end: {
    act: 'End employment',
    title: (name) => `${name} leaves`,
    explains:
      'They are signed out at once. Customers, promises, cases and appointments pass to whoever takes over, and each customer is told.',
    counts: (n, open) => `${customers(n)}, ${promises(open)}`,
    takes: (name, n) => `${name}, the backup, takes ${n}`,
    without: (n) => `${n} without a backup go to`,
    sure: 'End it, begin the hand-over',
    saved: (n) => `Done: ${customers(n)} passed on`,
  },
}
