import { type ReactNode, Suspense } from 'react'
import { HotkeyHelp } from '#web/ui/hotkey-help.tsx'
import { HotkeyProvider } from '#web/ui/hotkeys.tsx'
import { LanguageProvider } from '#web/ui/language.tsx'
import { ToastRegion } from '#web/ui/toast.tsx'
import { usePreferences } from './preferences.ts'

/** What every screen stands in: language, keys, notices. Routes go inside. */
export function Frame({ children }: { children: ReactNode }) {
  const { language } = usePreferences()
  return (
    <LanguageProvider language={language}>
      <HotkeyProvider>
        <Suspense>{children}</Suspense>
        <HotkeyHelp />
        <ToastRegion />
      </HotkeyProvider>
    </LanguageProvider>
  )
}
