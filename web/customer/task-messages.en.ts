import type { zh } from './task-messages.zh.ts'

export const en: typeof zh = {
  title: 'Planned',
  remark: 'On the day’s list when its day comes',
  waits: 'when it arrives',
  arrived: 'It arrived',
  drop: 'Drop',
  why: 'Why it is dropped',
  whyExample: 'they changed their mind',
  save: 'Save',
  due: (day) => `due ${day}`,
  at: (day, place) => [day, place].filter(Boolean).join(', '),
  done: { arrived: (about) => `“${about}”: tell the customer today`, dropped: (about) => `“${about}”: dropped` },
}
