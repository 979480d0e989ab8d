import type { Words } from '#domain/kernel/said.ts'
import type { GuardFacts } from './guard.ts'
import type { LawFacts } from './law.ts'

const channels: Record<string, string> = {
  hall: 'the hall',
  phone: 'the phone',
  app: 'the app',
  message: 'a text message',
  web: 'the web',
  visit: 'a visit',
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

export const guardEn: Words<GuardFacts> = {
  'guard.leaveRequested': () => 'The customer has applied to leave. Stop persuading; help it go well.',
  'guard.showWayOut': () => 'The customer asked how to leave. Explain that first, then talk about anything else.',
  'guard.attemptsUsed': ({ most, days: span }) =>
    `Staying was talked about ${most === 1 ? 'once' : `${most} times`} within ${days(span)}. Don’t raise it again; when the customer asks, answer.`,
  'guard.restAfterNo': ({ days: span, left }) =>
    `The customer has just said no. Leave the subject for ${days(span)}; ${days(left)} to go.`,
  'guard.restAfterLetGo': ({ days: span, left }) =>
    `You parted well. No retention contact for ${days(span)}; ${days(left)} to go.`,
  'guard.offersPerTalk': ({ most }) =>
    `At most ${most} ${most === 1 ? 'offer' : 'offers'} in one talk; more would be haggling.`,
  'guard.wayOutLonger': ({ wayIn, wayOut }) =>
    `Joining takes ${wayIn} steps, leaving ${wayOut}. Leaving must not be harder than joining.`,
  'guard.wayOutSlower': ({ wayIn, wayOut }) =>
    `Joining takes about ${wayIn} minutes, leaving about ${wayOut}. Leaving must not take longer than joining.`,
  'guard.wayOutChannel': ({ channel }) =>
    `One can join through ${channels[channel] ?? channel} but not leave through it.`,
  'guard.forbidsLeaving': ({ found }) =>
    `“${found}” forbids the customer to leave. That is theirs to decide; where a condition is not met, say which, and how to meet it.`,
  'guard.hidesWayOut': ({ found }) => `“${found}” keeps the way out from the customer. When they ask, explain it.`,
  'guard.localPhrase': ({ found }) => `The office has forbidden “${found}”.`,
  'guard.wayBackLonger': ({ wayIn, wayBack }) =>
    `Joining takes ${wayIn} steps, coming back ${wayBack}. Who returns is treated as anybody new.`,
  'guard.wayBackSlower': ({ wayIn, wayBack }) =>
    `Joining takes about ${wayIn} minutes, coming back about ${wayBack}. Who returns is treated as anybody new.`,
  'guard.wayOutUnknown': () => 'The way out is not written down yet. Write its steps first.',
}

/** What stands in the way of leaving by a lawful condition, as one tells a customer. */
export const groundsEn: Record<string, string> = {
  realName: 'the real-name registration is missing',
  notInUse: 'the number is not in normal use',
  numberEnded: 'the number has been given up',
  billsOpen: 'a bill is not settled yet',
  termOpen: 'the agreed term has not ended',
  within120Days: 'the last move was less than 120 days ago',
}

type Cited = LawFacts[keyof LawFacts]

const cite = ({ titleEn, number, article, item, from }: Cited): string =>
  `${titleEn} (${number}, in force since ${from}), article ${article}, item ${item}`

const breach = (facts: Cited, found = ''): string => `Stopped: ${facts.actEn}${found}. ${cite(facts)}.`

export const lawEn: Words<LawFacts> = {
  'law.delay': (f) =>
    breach(
      f,
      f.found === ''
        ? '; no ground is given here'
        : `; “${groundsEn[f.found] ?? f.found}” is not among the lawful conditions`,
    ),
  'law.stall': (f) => breach(f, `; the text says “${f.found}”`),
  'law.interfere': (f) => breach(f),
  'law.bindTerm': (f) => breach(f),
  'law.degrade': (f) => breach(f),
  'law.compare': (f) => breach(f, `; “${f.found}” is named here`),
  'law.mislead': (f) => breach(f, `; the text says “${f.found}”`),
  'law.special': (f) => breach(f, f.found === '' ? '' : `; the text says “${f.found}”`),
  'law.proxy': (f) => breach(f),
  'law.holdNumber': (f) => breach(f, `; the customer left on ${f.found}`),
  'law.local': (f) => breach(f, `: “${f.found}”`),
}
