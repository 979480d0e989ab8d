import type { SignalFacts } from './facts.ts'

type SignalCode = keyof SignalFacts

export type SignalSettings = {
  points: Record<SignalCode, number>
  /** Score from which a customer is `raised`, and `high`. */
  bands: { raised: number; high: number }
  bills: {
    /** Relative fall of the mean of three months over up to twelve, that counts as a long-term fall. */
    longFall: number
    /** Relative fall of the last two months against the three before. */
    shortFall: number
    /** The last bill below this share of the usual one is low. */
    lowLevel: number
    /** Falls of at least this share of the mean bill … */
    elasticityFall: number
    /** … of which less than this share came back. */
    elasticityBack: number
  }
  /** Months without use from which a customer counts as silent, and how many count at most. */
  silentMonths: { from: number; most: number }
  /** Days before its end that a contract counts, and days after. */
  contractDays: { before: number; after: number }
  complaintDays: number
  portOutDays: number
  competitorDays: number
  birthdayDays: number
  managerDays: number
  promiseDays: number
  /** Broken promises that count at most. */
  promisesMost: number
  noContactDays: number
}

/** Where to start, not truth: no label stands behind these points and borders. They order today's customers sensibly until a
 * branch has seen who really left; then train a model, or move these by what the branch has learnt. The order of weight follows
 * what a customer *does* about leaving (asking for port-out, forwarding calls) above what he suffers (a complaint, a
 * broken promise) above what merely changes round him. */
export const STARTING_SIGNALS: SignalSettings = {
  points: {
    'signal.port_out': 40,
    'signal.forwarding': 30,
    'signal.complaint_open': 20,
    'signal.contract': 20,
    'signal.contract_over': 20,
    'signal.competitor': 18,
    'signal.bill_long': 16,
    'signal.silent': 12,
    'signal.bill_short': 12,
    'signal.bill_level': 10,
    'signal.complaint_recent': 10,
    'signal.promise_broken': 10,
    'signal.manager_changed': 8,
    'signal.no_contact': 8,
    'signal.never_contacted': 8,
    'signal.bill_elasticity': 6,
    'signal.birthday': 4,
  },
  bands: { raised: 20, high: 45 },
  bills: { longFall: 0.2, shortFall: 0.15, lowLevel: 0.6, elasticityFall: 0.2, elasticityBack: 0.5 },
  silentMonths: { from: 1, most: 3 },
  contractDays: { before: 60, after: 90 },
  complaintDays: 90,
  portOutDays: 90,
  competitorDays: 90,
  birthdayDays: 30,
  managerDays: 90,
  promiseDays: 90,
  promisesMost: 2,
  noContactDays: 90,
}
