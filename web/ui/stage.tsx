import type { ReactNode } from 'react'
import type { Language } from '#domain/kernel/said.ts'
import { HotkeyHelp } from './hotkey-help.tsx'
import { HotkeyProvider } from './hotkeys.tsx'
import { LanguageProvider } from './language.tsx'
import { ToastRegion } from './toast.tsx'
import '#web/styles.css'

/** What a primitive needs around it in a component test: a language, keys, notices, the stylesheet. */
export function Stage({ language = 'zh', children }: { language?: Language; children: ReactNode }) {
  return (
    <LanguageProvider language={language}>
      <HotkeyProvider>
        {children}
        <HotkeyHelp />
        <ToastRegion />
      </HotkeyProvider>
    </LanguageProvider>
  )
}
