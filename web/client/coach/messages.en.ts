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
  model: {
    ask: 'Ask the model for another way',
    asking: 'Asking …',
    take: 'Use this',
  },
}
