import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { type Checklist, groupsFor, observed } from '#domain/playbook/checklist.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { bearingMessages } from './messages.ts'
import { pairNamed } from './self-check.tsx'

type Sheet = Reply<Contract['GET /api/bearing-sheets']>['mine'][number]

/** Sheets others gave the reader: theirs, opened by them. */
export function OwnSheets({ checklists, sheets }: { checklists: readonly Checklist[]; sheets: readonly Sheet[] }) {
  const m = useMessages(bearingMessages)
  if (sheets.length === 0) return <p className="t13 px-5 py-6 text-ink-3">{m.mine.none}</p>
  return (
    <ul className="mx-auto w-full max-w-2xl px-4 py-3">
      {sheets.map((sheet) => (
        <OwnSheet key={sheet.id} sheet={sheet} checklist={checklists.find(({ id }) => id === sheet.checklist)} />
      ))}
    </ul>
  )
}

function OwnSheet({ sheet, checklist }: { sheet: Sheet; checklist: Checklist | undefined }) {
  const m = useMessages(bearingMessages)
  const { today } = useSession()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const write = useWrite('POST /api/bearing-sheets/:id/readings')
  const { id, by, seenOn, readAt } = sheet
  return (
    <li className="border-b border-line py-2">
      <div className="t14 flex flex-wrap items-center gap-3">
        <b>{m.mine.from(by, format.shortDay(seenOn, today))}</b>
        {!readAt && <span className="t12 text-amber">{m.give.unread}</span>}
        {!open && (
          <Button
            size="s"
            className="ml-auto"
            onPress={() => {
              setOpen(true)
              if (!readAt) write.mutate({ params: { id } })
            }}
          >
            {m.mine.open}
          </Button>
        )}
      </div>
      {open && <Content sheet={sheet} checklist={checklist} />}
    </li>
  )
}

function Content({ sheet, checklist }: { sheet: Sheet; checklist: Checklist | undefined }) {
  const m = useMessages(bearingMessages)
  const language = useLanguage()
  if (!checklist) return null
  const { good, seen, mend } = observed(groupsFor(checklist, sheet.wear), sheet.seen)
  return (
    <div className="t13 flex flex-col gap-2 py-2">
      <p className="text-ink-2">{m.mine.figures(good, seen)}</p>
      {mend.length > 0 && (
        <div>
          <b>{m.mine.mend}</b>
          <ul className="list-disc pl-5">
            {mend.map((name) => (
              <li key={name}>{pairNamed(checklist, name)?.do[language] ?? name}</li>
            ))}
          </ul>
        </div>
      )}
      {sheet.note !== '' && (
        <p>
          <Quote>{sheet.note}</Quote>
        </p>
      )}
    </div>
  )
}
