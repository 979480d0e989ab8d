import type { Dimension } from './servqual.ts'

export const dimensionNames: Record<Dimension, string> = {
  tangibles: 'What one can see',
  reliability: 'Keeping one’s word',
  responsiveness: 'Answering promptly',
  assurance: 'Giving confidence',
  empathy: 'Caring for each one',
}

/** The 22 items by number: what a good company should be like, and what we are like [M-08]. Items 10–13 and 18–22 say it the other way round. */
export const itemTexts: Record<number, { expected: string; experienced: string }> = {
  1: { expected: 'A good company should have up-to-date equipment.', experienced: 'Our equipment is up to date.' },
  2: { expected: 'Its halls should be pleasant to look at.', experienced: 'Our halls are pleasant to look at.' },
  3: { expected: 'Its people should be neatly dressed.', experienced: 'Our people are neatly dressed.' },
  4: {
    expected: 'The place should suit the service given there.',
    experienced: 'Our place suits the service we give.',
  },
  5: {
    expected: 'What is promised by a day should be done by that day.',
    experienced: 'What we promise by a day is done by that day.',
  },
  6: {
    expected: 'When a customer has a problem, it should care and help.',
    experienced: 'When you have a problem, we care and help.',
  },
  7: { expected: 'It should be dependable.', experienced: 'We are dependable.' },
  8: {
    expected: 'It should do the agreed service right the first time.',
    experienced: 'We do the agreed service right the first time.',
  },
  9: { expected: 'Its bills and records should be correct.', experienced: 'Our bills and records are correct.' },
  10: {
    expected: 'It need not tell customers exactly when the service will be done.',
    experienced: 'We don’t tell you exactly when the service will be done.',
  },
  11: {
    expected: 'Customers should not expect service at once.',
    experienced: 'You don’t get service at once from us.',
  },
  12: {
    expected: 'Its people need not always be willing to help.',
    experienced: 'Our people are not always willing to help.',
  },
  13: {
    expected: 'When too busy, its people may leave a request for later.',
    experienced: 'Our people are too busy to answer you at once.',
  },
  14: { expected: 'One should be able to trust its people.', experienced: 'You can trust our people.' },
  15: {
    expected: 'Customers should feel safe doing business with it.',
    experienced: 'You feel safe doing business with us.',
  },
  16: { expected: 'Its people should be polite.', experienced: 'Our people are polite.' },
  17: {
    expected: 'The company should support its people in doing their work well.',
    experienced: 'Our people have the company’s support to do their work well.',
  },
  18: {
    expected: 'It need not give each customer individual attention.',
    experienced: 'We don’t give you individual attention.',
  },
  19: {
    expected: 'Its people need not care for each customer personally.',
    experienced: 'Our people don’t care for you personally.',
  },
  20: {
    expected: 'One should not expect its people to know what customers need.',
    experienced: 'Our people don’t know what you need.',
  },
  21: {
    expected: 'One should not expect it to have customers’ interests at heart.',
    experienced: 'We don’t have your interests at heart.',
  },
  22: { expected: 'Its hours need not suit every customer.', experienced: 'Our hours don’t suit you.' },
}
