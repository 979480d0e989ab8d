import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  title: 'Open-question drill',
  remark: 'Turn what one word answers into what people like to talk about',
  begin: 'Start the drill',
  place: (n, of) => `Question ${n} of ${of}`,
  closed: 'Closed',
  own: 'How would you ask it?',
  ownHint: 'The same matter, in your own words',
  check: 'Check',
  next: 'Next',
  again: 'Once more',
  one: 'Show one way',
  onlyOne: (words) => `For instance: ${words}`,
  failed: 'Check the network and try again.',
  done: (n, of) => `${n} of ${of} were open at the first try.`,
  verdicts: {
    open: 'That is open. They have to tell you, and you hear what you did not expect.',
    yesOrNo: 'Still closed: “yes” or “no” answers it. Try “how”, “what” or “why”.',
    oneFact: 'Still closed: one time, number or name answers it. Ask how it felt, how it went, what they think.',
    elsewhere: 'Open, but about something else. Keep to the matter and change the question.',
    noQuestion: 'That does not sound like a question. Ask one, or ask them to tell you about it.',
  },
}
