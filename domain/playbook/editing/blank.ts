import type { Playbook, Step } from '../definition.ts'

const noText = { zh: '', en: '' }

/** A number behind a name, the first that is free: `step-2`. */
export const freeId = (stem: string, taken: readonly string[]): string => {
  for (let number = 1; ; number += 1) {
    const id = `${stem}-${number}`
    if (!taken.includes(id)) return id
  }
}

/** A new entry of a list, empty but for what it must have. Lists are named as in the file. */
export const blankEntry = (list: BlankList, taken: readonly string[]): unknown => blanks[list](taken)

export const blankStep = (taken: readonly string[]): Step => ({
  id: freeId('step', taken),
  kind: 'talk',
  title: noText,
  aim: noText,
  discloses: false,
  say: [{ first: noText }],
  checks: [],
  skills: [],
  questions: [],
  tips: [],
  captures: [],
  branches: [],
})

const blanks = {
  say: () => ({ first: noText }),
  checks: (taken: readonly string[]) => ({ id: freeId('check', taken), label: noText, required: false }),
  skills: (taken: readonly string[]) => ({
    id: freeId('skill', taken),
    side: 'emotional',
    label: noText,
    words: noText,
  }),
  questions: () => ({ ask: noText, answer: noText }),
  tips: () => ({ text: noText }),
  captures: () => ({ kind: 'need', prompt: noText }),
  branches: (taken: readonly string[]) => ({
    id: freeId('reaction', taken),
    label: noText,
    say: { first: noText },
    ends: 'refused',
  }),
  purposes: (taken: readonly string[]) => ({ id: freeId('purpose', taken), title: noText, heed: [noText] }),
  forms: () => ({ form: 'visit-record', title: noText }),
  tasks: (taken: readonly string[]) => ({
    id: freeId('task', taken),
    playbook: 'follow-up',
    about: noText,
    withinDays: 1,
  }),
  missed: () => ({ kind: 'noAnswer' }),
  goodHours: () => ({ from: '09:30', to: '11:30' }),
} satisfies Record<string, (taken: readonly string[]) => unknown>

export type BlankList = keyof typeof blanks

/** Another playbook with the words of this one, to write on: its own id, not yet reviewed by anybody. */
export const copyOf = (playbook: Playbook, id: string): Playbook => ({ ...playbook, id, version: 1 })
