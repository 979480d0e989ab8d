import type { KnownFormFacts } from '#domain/form/prefill.ts'
import { formWaysEn } from '#domain/form/ways.en.ts'
import type { FormWays } from '#domain/form/ways.ts'
import { formWaysZh } from '#domain/form/ways.zh.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Text } from '#domain/playbook/field.ts'

/** What a form is about, as far as it is about anything. */
export type FactsAsked = {
  customerId?: string | undefined
  personId?: string | undefined
  runId?: string | undefined
  caseId?: string | undefined
  appointmentId?: string | undefined
  day?: Day | undefined
}

export type Known = Pick<KnownFormFacts, 'single' | 'rows'>

export const nothing: Known = { single: {}, rows: {} }

/** A word of ours in both languages. */
export const bothWays = (say: (ways: FormWays) => string): Text => ({ zh: say(formWaysZh), en: say(formWaysEn) })
