import { isDay } from '#domain/kernel/day.ts'
import { dayRuleFrom } from '#domain/kernel/market.ts'
import { refuse, ok, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { birthdayFrom } from './birthday.ts'
import { choices, type Field } from './dossier.ts'
import type { CustomerKind } from './kind.ts'

/** Why a dossier value is refused; `field` is the registry's key. */
export type DossierFacts = {
  'dossier.unknown_field': { field: string }
  'dossier.wrong_kind': { field: string; kind: string }
  'dossier.not_text': { field: string; max: number }
  'dossier.not_number': { field: string; min: number; max: number }
  'dossier.not_money': { field: string }
  'dossier.not_day': { field: string }
  'dossier.not_flag': { field: string }
  'dossier.not_choice': { field: string; value: string }
  'dossier.not_words': { field: string }
  'dossier.not_birthday': { field: string }
  'dossier.not_rule': { field: string }
}

export type DossierValue = string | number | boolean | string[] | Record<string, unknown> | null

const MAX_TEXT = 400
const MAX_LONG = 4000
const MAX_WORDS = 30

/** Checks one value against its field; null always means "not known" and is accepted. */
export const checkValue = (
  field: Field | null,
  key: string,
  kind: CustomerKind,
  value: unknown,
): Result<DossierValue, Said<DossierFacts>> => {
  if (!field) return refuse({ code: 'dossier.unknown_field', params: { field: key } })
  if (!field.kinds.includes(kind)) return refuse({ code: 'dossier.wrong_kind', params: { field: key, kind } })
  if (value === null) return ok(null)
  const type = field.type
  switch (type.is) {
    case 'text': {
      const max = type.long ? MAX_LONG : MAX_TEXT
      return isTextUpTo(value, max)
        ? ok(value.trim() || null)
        : refuse({ code: 'dossier.not_text', params: { field: key, max } })
    }
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= type.min && value <= type.max
        ? ok(value)
        : refuse({ code: 'dossier.not_number', params: { field: key, min: type.min, max: type.max } })
    case 'money':
      return Number.isSafeInteger(value)
        ? ok(value as number)
        : refuse({ code: 'dossier.not_money', params: { field: key } })
    case 'day':
      return typeof value === 'string' && isDay(value)
        ? ok(value)
        : refuse({ code: 'dossier.not_day', params: { field: key } })
    case 'flag':
      return typeof value === 'boolean' ? ok(value) : refuse({ code: 'dossier.not_flag', params: { field: key } })
    case 'choice':
      return isChoice(type.of, value)
        ? ok(value)
        : refuse({ code: 'dossier.not_choice', params: { field: key, value: JSON.stringify(value) } })
    case 'choices': {
      const list = Array.isArray(value) ? [...new Set(value)] : [value]
      const odd = list.find((v) => !isChoice(type.of, v))
      return odd === undefined
        ? ok(list as string[])
        : refuse({ code: 'dossier.not_choice', params: { field: key, value: JSON.stringify(odd) } })
    }
    case 'words':
      return isWordList(value)
        ? ok(value.map((w) => w.trim()).filter(Boolean))
        : refuse({ code: 'dossier.not_words', params: { field: key } })
    case 'birthday': {
      const birthday = birthdayFrom(value)
      return birthday ? ok(birthday) : refuse({ code: 'dossier.not_birthday', params: { field: key } })
    }
    case 'days_rule': {
      const rule = dayRuleFrom(value)
      return rule ? ok(rule) : refuse({ code: 'dossier.not_rule', params: { field: key } })
    }
  }
}

const isTextUpTo = (value: unknown, max: number): value is string => typeof value === 'string' && value.length <= max

const isChoice = (of: keyof typeof choices, value: unknown): value is string =>
  (choices[of] as readonly unknown[]).includes(value)

const isWordList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= MAX_WORDS && value.every((w) => isTextUpTo(w, MAX_TEXT))
