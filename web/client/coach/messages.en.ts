import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  instead: (words) => `“${words}”`,
  take: 'Say it so',
  wave: 'Leave it this time',
  why: 'Why',
  more: (n) => `${n} more`,
  levels: { forbid: 'never said', avoid: 'blunt', hint: 'a hint' },
  hour: {
    label: 'By what time',
    day: 'Day',
    days: { today: 'today', tomorrow: 'tomorrow' },
    keep: 'Write it and promise',
    write: 'Write the time',
    back: 'Never mind',
    wrong: 'Write it as 17:30',
  },
  policy: {
    title: 'A rule has come up',
    remark: 'First what it protects them from, then what can be done',
    instead: 'We can',
    rule: 'Rule',
  },
  held: (words) => `“${words}” is never said; change it to go on.`,
  fab: {
    title: 'Feature, advantage, benefit',
    slots: { feature: 'Because (feature)', advantage: 'so (advantage)', benefit: 'if you take it (benefit)' },
    hints: {
      feature: 'What it is or has',
      advantage: 'What is better with it than without',
      benefit: 'What this customer gains, in what matters to them',
    },
    clear: 'Clear and write my own',
    sample: 'This is a sample: make it what you want to say.',
  },
  whatWeCan: {
    title: 'Do not stop at no: what can we do?',
    ways: [
      { when: 'There is another way', begin: 'There is another way: ' },
      { when: 'Not now, but we want to', begin: 'It cannot be done just yet; I will, by ' },
      { when: 'They are unsure', begin: 'If you are not sure, I would suggest starting with ' },
    ],
    nothing: 'Nothing else, and we said so openly',
  },
  model: {
    ask: 'Ask the model for another way',
    asking: 'Asking …',
    take: 'Use this',
  },
}
