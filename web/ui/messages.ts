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
export const defineMessages = <T>(zh: () => Promise<T>, en: () => Promise<NoInfer<T>>): Messages<T> => {
  const messages = { zh, en }
  declared.add(messages)
  return messages
}

/** Every domain whose code has arrived; its words are wanted sooner or later. */
const declared = new Set<Messages<unknown>>()
/** `use` looks at the marks of a promise before it waits: words that are here are read at once, without a suspended render. */
type Tracked = Promise<unknown> & { status?: 'fulfilled'; value?: unknown }
const loading = new WeakMap<object, Map<Language, Tracked>>()

/** Starts (or joins) the loading of a domain's words. */
function loadMessages<T>(messages: Messages<T>, language: Language): Promise<T> {
  const known = loading.get(messages) ?? new Map<Language, Tracked>()
  loading.set(messages, known)
  const promise = known.get(language) ?? started(messages, language, known)
  return promise as Promise<T>
}

function started(messages: Messages<unknown>, language: Language, known: Map<Language, Tracked>): Tracked {
  const promise: Tracked = messages[language]()
  known.set(language, promise)
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    // A failed download must not stay in the way of the next try.
    () => known.delete(language),
  )
  return promise
}

/**
 * Loads the words of all code that has arrived. A page waits for it before it shows and a change of language before it
 * happens: a part that came up later and waited for its words alone took the whole page off the screen meanwhile.
 */
export const loadDeclaredMessages = async (language: Language): Promise<void> => {
  await Promise.all([...declared].map((messages) => loadMessages(messages, language)))
}

/** The domain's words in the reader's language; suspends until they are there. */
export const useMessages = <T>(messages: Messages<T>): T => use(loadMessages(messages, useLanguage()))
