import type { channels, customerKinds } from '#domain/playbook/definition.ts'
import type { GoalAnswer } from '#domain/playbook/visit.ts'

/** The words with which what we keep by code is written into a form. */
export type FormWays = {
  channels: Record<(typeof channels)[number], string>
  kinds: Record<(typeof customerKinds)[number], string>
  bands: Record<'low' | 'raised' | 'high', string>
  goals: Record<GoalAnswer, string>
  took: (hours: number, minutes: number) => string
  level: (level: number) => string
  /** Between two things in one line. */
  point: string
}
