import type { zh } from './sight-messages.zh.ts'

export const en: typeof zh = {
  open: 'Who can see this, and why',
  more: 'More for this record',
  count: (n) => (n === 1 ? '1 person' : `${n} people`),
  why: {
    keeps: 'keeps the customer',
    backs: 'is the backup',
    holds: 'the record is theirs',
    leads: 'leads the unit',
    serves: 'answers the unit’s calls',
    everybody: 'everybody who meets customers sees it',
  },
  groups: {
    file: 'file (numbers masked)',
    bills: 'bills and products',
    value: 'tier and value',
    contact: 'contacts, promises and cases',
    change: 'change the file',
    number: 'show a whole number, with a reason',
    export: 'export lists',
    personal: 'hand the person their data',
    erase: 'erase the person’s data',
    assign: 'change the manager',
  },
  join: ', ',
  every: 'The same rights',
  others: (n) =>
    n === 0
      ? 'Every colleague is listed above.'
      : `${n === 1 ? 'One other colleague does' : `${n} other colleagues do`} not see this record; its address only tells them that it is out of their reach.`,
  logged: 'Showing a whole number, exporting and changing are written to the log.',
  aloneTitle: 'For one’s own eyes',
  alone: {
    coachMarks: 'coach marks',
    strain: 'strain',
    gratitude: 'lines of thanks',
    practice: 'practice',
  },
  aloneNote: 'What colleagues note about themselves is hidden from leads and administrators too.',
  failed: 'Could not be loaded',
}
