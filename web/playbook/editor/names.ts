import * as en from '#domain/playbook/editing/names.en.ts'
import * as zh from '#domain/playbook/editing/names.zh.ts'
import type { Names } from '#domain/playbook/editing/difference-line.ts'
import { useLanguage } from '#web/ui/language.tsx'

const names: Record<'zh' | 'en', Names> = { zh, en }

/** The names of fields, entries, choices and facts in the reader's language. */
export const useNames = (): Names => names[useLanguage()]
