import { use } from 'react'
import type { Language } from '#domain/kernel/said.ts'
import { useLanguage } from './language.tsx'

/** One domain's words in every language, each loaded only when it is spoken. */
export type Messages<T> = Record<Language, () => Promise<T>>

/**
 * Declares a domain's words (`web/<domain>/messages.ts`). Chinese sets the shape, so a missing English one does not compile:
 * @example
 * // messages.zh.ts: export const zh = { title: '客户', found: (n: number) => `共 ${n} 位` }
 * // messages.en.ts: export const en: typeof zh = { title: 'Customers', found: (n) => (n === 1 ? '1 customer' : `${n} customers`) }
 * export const customerMessages = defineMessages(
 *   () => import('./messages.zh.ts').then((m) => m.zh),
 *   () => import('./messages.en.ts').then((m) => m.en),
 * )
 */
export const defineMessages = <T>(zh: () => Promise<T>, en: () => Promise<NoInfer<T>>): Messages<T> => ({ zh, en })

const loading = new WeakMap<object, Map<Language, Promise<unknown>>>()

/** Starts (or joins) the loading of a domain's words; call it in a route's loader so that the screen need not wait. */
export function loadMessages<T>(messages: Messages<T>, language: Language): Promise<T> {
  const known = loading.get(messages) ?? new Map<Language, Promise<unknown>>()
  loading.set(messages, known)
  const promise = known.get(language) ?? messages[language]()
  known.set(language, promise)
  // A failed download must not stay in the way of the next try.
  promise.catch(() => known.delete(language))
  return promise as Promise<T>
}

/** The domain's words in the reader's language; suspends until they are there. */
export const useMessages = <T>(messages: Messages<T>): T => use(loadMessages(messages, useLanguage()))
