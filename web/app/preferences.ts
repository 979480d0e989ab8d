import { useSyncExternalStore } from 'react'
import type { Language } from '#domain/kernel/said.ts'
import { localeOf } from '#web/ui/language.tsx'
import { loadDeclaredMessages } from '#web/ui/messages.ts'

/** What a person sets for one device: kept in its browser, not with the person. */
export type Preferences = {
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  language: Language
  /** Minutes without a key or the pointer until the seat locks; 0 never does. */
  lockAfter: (typeof lockTimes)[number]
}

export const lockTimes = [5, 15, 0] as const

const KEY = 'weixi.preferences'
const listeners = new Set<() => void>()
let current: Preferences = read()

function read(): Preferences {
  const first: Preferences = {
    theme: 'system',
    density: 'comfortable',
    language: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    lockAfter: 15,
  }
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>
    return {
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : first.theme,
      density: kept.density === 'compact' ? 'compact' : first.density,
      language: kept.language === 'zh' || kept.language === 'en' ? kept.language : first.language,
      lockAfter: lockTimes.find((minutes) => minutes === kept.lockAfter) ?? first.lockAfter,
    }
  } catch {
    // Storage may be forbidden or hold another version's text: the first choice will do.
    return first
  }
}

/** Puts the choice on `<html>`, where the stylesheet looks; call once before the first render. */
export function applyPreferences(): void {
  const root = document.documentElement
  root.lang = localeOf(current.language)
  if (current.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = current.theme
  root.dataset.density = current.density
}

/** A new language shows once its words are here; if they cannot be had now, the old one stays. */
export function setPreferences(change: Partial<Preferences>): void {
  const { language = current.language } = change
  if (language === current.language) return keep(change)
  void loadDeclaredMessages(language).then(
    () => keep(change),
    () => undefined,
  )
}

function keep(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // Kept for this visit only.
  }
  applyPreferences()
  for (const listener of listeners) listener()
}

/** The words of all code that has arrived, in the language of this device. */
export const loadOwnWords = (): Promise<void> => loadDeclaredMessages(current.language)

export const usePreferences = (): Preferences =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
