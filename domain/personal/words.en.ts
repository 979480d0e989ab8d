import type { Words } from '#domain/kernel/said.ts'
import type { Asker, DataPart, ErasureFacts } from './erasure.ts'
import type { Lawful } from './keeping.ts'
import type { lineWords as zh } from './words.zh.ts'

export const partNames: Record<DataPart, string> = {
  file: 'File',
  people: 'Contact people',
  numbers: 'Numbers and products',
  photos: 'Photos',
  contacts: 'Contacts and appointments',
  ledgers: 'Promises, expectations, hand-overs',
  cases: 'Requests and complaints',
  forms: 'Forms and signatures',
  surveys: 'Surveys and thanks',
  keeping: 'Keeping and leaving',
  figures: 'Bills and what follows from them',
  log: 'Contents of the log',
}

export const lawfulNames: Record<Lawful, string> = { bills: 'Bills', complaints: 'Complaints' }

export const askerNames: Record<Asker, string> = {
  self: 'The customer',
  agent: 'Somebody who acts for them',
  office: 'Our office (no longer needed)',
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? `One ${one}` : `${count} ${many}`)

export const personalEn: Words<ErasureFacts> = {
  'erasure.complaint': ({ count }) =>
    `${plural(count, 'complaint is', 'complaints are')} not settled yet: answer the customer first.`,
  'erasure.contact': ({ count }) => `${plural(count, 'contact is', 'contacts are')} under way: erase once it is filed.`,
  'erasure.code': () => 'The customer’s code does not match; nothing was erased.',
  'erasure.later': () => 'The day they asked cannot be after today.',
}

export const lineWords: typeof zh = {
  name: 'Name',
  addressForm: 'Called',
  code: 'Customer code',
  since: 'Customer since',
  manager: 'Manager',
  officialLevel: 'Billing level',
  yes: 'yes',
  no: 'no',
  consent: { service: 'Service', care: 'Care', sales: 'Offers', survey: 'Surveys', any: 'Any contact' },
  given: 'agreed',
  refused: 'refused',
  until: (day) => `until ${day}`,
  channels: {
    call: 'Call',
    visit: 'Visit',
    hall: 'Service hall',
    lounge: 'Lounge',
    hotline: 'Hotline',
    message: 'Message',
    mail: 'Mail',
    event: 'Event',
  },
  expected: 'Expected',
  experienced: 'Experienced',
  satisfied: 'Satisfied',
  photo: 'Photo',
  bill: (month, yuan) => `Bill of ${month}: ${yuan} yuan`,
  standing: (month, tier, risk) => `Reckoned for ${month}: tier ${tier}, chance of leaving ${risk}`,
  looked: {
    'number.revealed': 'Somebody saw a whole number',
    'personal.exported': 'A copy was handed out',
    'personal.viewed': 'Somebody saw all of it',
  },
  title: (name) => `What we keep about ${name}`,
  made: (at, by, asker) => `${at}, exported by ${by}; asked for by: ${asker}`,
  dataNote: 'The same is in data.json for programs; photos are in the folder photos.',
}
