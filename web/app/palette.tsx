import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { setCustomerView, useCustomerView } from '#web/client/customer-view.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useCan, useSession } from '#web/client/session.tsx'
import { CommandPalette, type PaletteGroup, type PaletteItem } from '#web/ui/command-palette.tsx'
import type { IconName } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { appMessages } from './messages.ts'
import { placesFor } from './navigation.ts'
import { setPreferences, usePreferences } from './preferences.ts'
import { useShellWords } from './shell-words.ts'
import { useSignOut } from './sign-out.ts'

const MOST_CUSTOMERS = 8
const kindIcons = { person: 'person', group: 'group', outlet: 'outlet' } as const satisfies Record<string, IconName>

/** Ctrl K on every page: customers by part of a name, pinyin or phone tail; every place; every act of the seat [P-34]. */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const m = useMessages(appMessages)
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query.trim())
  const found = useFoundCustomers(isOpen ? asked : '', asked !== query.trim())
  const acts = useActs()
  const fits = ({ label, also }: { label: string; also: string }): boolean =>
    `${label} ${also}`.toLowerCase().includes(query.trim().toLowerCase())
  const close = (): void => {
    setQuery('')
    onClose()
  }
  const groups: PaletteGroup[] = [
    { id: 'customers', title: m.palette.customers, items: found.items },
    { id: 'pages', title: m.palette.pages, items: usePlaces().filter(fits) },
    { id: 'acts', title: m.palette.acts, items: acts.filter(fits) },
  ]
  return (
    <CommandPalette
      isOpen={isOpen}
      onClose={close}
      query={query}
      onQuery={setQuery}
      groups={groups}
      loading={found.loading}
      onChoose={(id) => {
        const act = acts.find((one) => one.id === id)
        if (act) act.run()
        else void navigate({ to: id })
      }}
    />
  )
}

/**
 * Other customers are nobody's business while the screen is turned to one. What an earlier text found is never kept: Enter pressed
 * at once would open a customer nobody asked for.
 */
const useFoundCustomers = (asked: string, behind: boolean): { items: PaletteItem[]; loading: boolean } => {
  const m = useMessages(appMessages)
  const turned = useCustomerView().on
  const enabled = useCan('customer.read') && !turned && asked !== ''
  const { data, isFetching } = useRead(
    'GET /api/customers',
    { query: { q: asked, limit: MOST_CUSTOMERS } },
    { enabled },
  )
  if (!enabled) return { items: [], loading: false }
  if (behind) return { items: [], loading: true }
  const items = (data?.rows ?? []).map((row): PaletteItem => {
    const name = row.addressForm ?? row.name
    return {
      id: `/customers/${row.id}`,
      label: name,
      note: [name === row.name ? null : row.name, row.tier && m.palette.tier(row.tier), row.phone, row.manager?.name]
        .filter(Boolean)
        .join(' · '),
      icon: kindIcons[row.kind],
    }
  })
  return { items, loading: isFetching }
}

const usePlaces = (): (PaletteItem & { also: string })[] => {
  const m = useMessages(appMessages)
  const { can } = useSession()
  return placesFor(can, m.nav).map(({ href, label, icon, spelled }) => ({
    id: href,
    label,
    icon,
    also: `${href} ${spelled ?? ''}`,
  }))
}

type Act = PaletteItem & { also: string; run: () => void }

const useActs = (): Act[] => {
  const { palette, seat, otherLanguage } = useMessages(appMessages)
  const words = useShellWords()
  const { language } = usePreferences()
  const seesCustomers = useCan('customer.read')
  const turned = useCustomerView().on
  const lock = useWrite('PUT /api/session/lock')
  const signOut = useSignOut()
  const { also } = palette
  const view: Act = {
    id: 'view',
    label: turned ? palette.turnBack : palette.turn,
    icon: 'eye',
    also: also.view,
    run: () => setCustomerView(!turned),
  }
  return [
    ...(seesCustomers ? [view] : []),
    { id: 'lock', label: seat.lock, icon: 'lock', also: also.lock, run: () => lock.mutate({}) },
    {
      id: 'dark',
      icon: 'moon',
      label: words.themes.dark,
      also: also.dark,
      run: () => setPreferences({ theme: 'dark' }),
    },
    {
      id: 'light',
      icon: 'sun',
      label: words.themes.light,
      also: also.light,
      run: () => setPreferences({ theme: 'light' }),
    },
    {
      id: 'language',
      icon: 'message',
      label: otherLanguage,
      also: also.language,
      run: () => setPreferences({ language: language === 'zh' ? 'en' : 'zh' }),
    },
    { id: 'out', icon: 'exit', label: seat.signOut, also: also.out, run: signOut },
  ]
}
