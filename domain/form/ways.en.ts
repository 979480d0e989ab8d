import type { FormWays } from './ways.ts'

export const formWaysEn: FormWays = {
  channels: {
    call: 'telephone',
    visit: 'visit',
    hall: 'service hall',
    lounge: 'lounge',
    hotline: 'hotline',
    message: 'message',
    mail: 'mail',
    event: 'event',
  },
  kinds: { person: 'person', group: 'group', outlet: 'outlet' },
  bands: { low: 'steady', raised: 'changing, worth watching', high: 'may leave' },
  goals: { yes: 'Reached', partly: 'Partly reached', no: 'Not reached' },
  took: (hours, minutes) =>
    hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
  level: (level) => `Level ${level}`,
  point: '; ',
}
