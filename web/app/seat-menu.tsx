import { useNavigate } from '@tanstack/react-router'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { appMessages } from './messages.ts'
import { lockTimes, setPreferences, usePreferences } from './preferences.ts'
import { useShellWords } from './shell-words.ts'
import { useSignOut } from './sign-out.ts'

/** At the foot of the rail: display, lock, sign out; in a folded rail its sign alone. */
export function SeatMenu({ folded }: { folded: boolean }) {
  const m = useMessages(appMessages)
  const words = useShellWords()
  const navigate = useNavigate()
  const { theme, language, density, lockAfter } = usePreferences()
  const lock = useWrite('PUT /api/session/lock')
  const signOut = useSignOut()
  const acts: Record<string, () => void> = {
    settings: () => void navigate({ to: '/settings' }),
    phone: () => void navigate({ to: '/phone' }),
    lock: () => lock.mutate({}),
    out: signOut,
    ...Object.fromEntries(
      lockTimes.map((minutes) => [`after ${minutes}`, () => setPreferences({ lockAfter: minutes })]),
    ),
    language: () => setPreferences({ language: language === 'zh' ? 'en' : 'zh' }),
    density: () => setPreferences({ density: density === 'compact' ? 'comfortable' : 'compact' }),
    system: () => setPreferences({ theme: 'system' }),
    light: () => setPreferences({ theme: 'light' }),
    dark: () => setPreferences({ theme: 'dark' }),
  }
  return (
    <Menu
      label={m.seat.display}
      trigger={
        <Button kind="bare" size="s" icon="more" className={folded ? 'w-full' : 'w-full lg:justify-start'}>
          <span className={folded ? 'md:sr-only' : 'md:max-lg:sr-only'}>{m.seat.display}</span>
        </Button>
      }
      selected={[theme, ...(density === 'compact' ? ['density'] : []), `after ${lockAfter}`]}
      choices={[
        { id: 'system', label: words.themes.system },
        { id: 'light', label: words.themes.light },
        { id: 'dark', label: words.themes.dark },
        { id: 'l1', line: true },
        { id: 'density', label: words.densities.compact },
        { id: 'language', label: m.otherLanguage },
        { id: 'l2', line: true },
        ...lockTimes.map((minutes) => ({ id: `after ${minutes}`, label: m.seat.lockAfter(minutes) })),
        { id: 'l3', line: true },
        { id: 'settings', label: m.seat.settings, closes: true },
        { id: 'phone', label: m.seat.phone, closes: true },
        { id: 'lock', label: m.seat.lock, closes: true },
        { id: 'out', label: m.seat.signOut, closes: true },
      ]}
      onChoose={(id) => acts[id]?.()}
    />
  )
}
