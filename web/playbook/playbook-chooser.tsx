import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Direction } from '#domain/playbook/definition.ts'
import { useRead } from '#web/client/query.ts'
import { CommandPalette, type PaletteGroup } from '#web/ui/command-palette.tsx'
import type { IconName } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { procedureMessages } from './procedure-messages.ts'

export type OfferedPlaybook = Reply<Contract['GET /api/customers/:id/playbooks']>['playbooks'][number]

type Why = { customerId: string; direction: Direction; reasons?: readonly { kind: string; recordId: string }[] }

/** What this customer may be led by; null as long as it is not known. */
export const useOffered = ({ customerId, direction, reasons = [] }: Why): readonly OfferedPlaybook[] | null => {
  const keys = reasons.map(({ kind, recordId }) => `${kind}:${recordId}`).join(',')
  const read = useRead('GET /api/customers/:id/playbooks', {
    params: { id: customerId },
    query: { direction, reasons: keys },
  })
  return read.data?.playbooks ?? null
}

/** How a playbook is begun: on the telephone where it may be, else on its own first channel. */
export const wayOf = ({
  key,
  channels,
}: OfferedPlaybook): { playbook: string; channel: OfferedPlaybook['channels'][number] } => ({
  playbook: key,
  channel: channels.includes('call') ? 'call' : (channels[0] ?? 'call'),
})

type Props = Why & { isOpen: boolean; onClose: () => void; onChoose: (playbook: OfferedPlaybook) => void }

/** Every playbook that fits the customer, found by typing; Enter begins it. What is planned comes first, then what the day's reason calls for, then a pack of their own sort. */
export function PlaybookChooser({ isOpen, onClose, onChoose, ...why }: Props) {
  const { choose: m } = useMessages(procedureMessages)
  const [query, setQuery] = useState('')
  const offered = useOffered(why)
  const groups = useGroups(offered ?? [], query)
  const close = (): void => {
    setQuery('')
    onClose()
  }
  return (
    <CommandPalette
      label={m.title}
      isOpen={isOpen}
      onClose={close}
      query={query}
      onQuery={setQuery}
      groups={groups}
      loading={offered === null}
      onChoose={(key) => {
        const chosen = offered?.find((one) => one.key === key)
        if (chosen) onChoose(chosen)
      }}
    />
  )
}

const useGroups = (offered: readonly OfferedPlaybook[], query: string): PaletteGroup[] => {
  const { choose: m } = useMessages(procedureMessages)
  const language = useLanguage()
  const wanted = query.trim().toLowerCase()
  const found = offered.filter(({ key, title, aim }) =>
    [key, title.zh, title.en, aim.zh, aim.en].some((text) => text.toLowerCase().includes(wanted)),
  )
  const first = found.filter(({ planned, usual }) => planned || usual)
  const rest = found.filter(({ planned, usual }) => !planned && !usual)
  const packs = Map.groupBy([...first, ...rest], ({ pack, planned, usual }) =>
    planned ? m.planned : usual ? m.usual : pack[language],
  )
  return [...packs].map(([title, playbooks]) => ({
    id: title,
    title,
    items: playbooks.map((one) => ({
      id: one.key,
      label: one.title[language],
      note: one.aim[language],
      icon: icons[wayOf(one).channel] ?? 'phone',
    })),
  }))
}

const icons: Partial<Record<OfferedPlaybook['channels'][number], IconName>> = {
  call: 'phone',
  visit: 'visit',
  event: 'people',
}
