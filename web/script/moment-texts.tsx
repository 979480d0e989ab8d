import { useState } from 'react'
import { answeredBy, type Moment } from '#domain/script/moment.ts'
import { purposeOfMoment } from '#domain/script/purpose.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import { HowSent, useSending } from './copy-acts.tsx'
import { type For, type Message, type Placed, textsIn, useLibrary } from './library.ts'
import { scriptMessages } from './messages.ts'
import { TextCard } from './script-card.tsx'
import { useTarget } from './use-target.ts'

/** Of one occasion this many are offered; more is a search, and that is the library's. */
const MOST = 6

type Reason = { kind: string; recordId: string }
type Props = { customerId: string; moments: readonly Moment[]; reasons: readonly Reason[] }

/** Words at hand for what brings a customer up today: filled in, copied and recorded from here. Nothing where there are none. */
export function MomentTexts({ customerId, moments, reasons }: Props) {
  const m = useMessages(scriptMessages)
  const language = useLanguage()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const target = useTarget(open ? customerId : null)
  const library = useLibrary().data
  const texts = library
    ? textsIn(library, { search: '', language, kind: target?.kind ?? null })
        .filter(({ moment }) => moments.includes(moment))
        .toSorted((a, b) => moments.indexOf(a.moment) - moments.indexOf(b.moment))
        .slice(0, MOST)
    : []
  if (moments.length === 0 || texts.length === 0) return null
  const names = [...new Set(texts.map(({ title }) => title[language]))].slice(0, 2)
  return (
    <div className="flex min-h-9 min-w-0 flex-1 items-center justify-end border-t border-line pr-4 lg:pr-6">
      <Button kind="bare" size="s" icon="message" className="max-w-full min-w-0 shrink!" onPress={() => setOpen(true)}>
        <span className="cut">{m.forRow(format.list(names))}</span>
      </Button>
      {open && (
        <Drawer title={m.tabs.texts} isOpen onClose={() => setOpen(false)}>
          {target ? <Offered texts={texts} target={target} reasons={reasons} /> : <SkeletonRows rows={4} />}
        </Drawer>
      )}
    </div>
  )
}

type OfferedProps = { texts: readonly Placed<Message>[]; target: For; reasons: readonly Reason[] }

/** All go out the same way, and the gate answers once for them all; what one sees to leaves the list. */
function Offered({ texts, target, reasons }: OfferedProps) {
  const { today } = useSession()
  const [first] = texts
  const sending = useSending({
    customerId: target.customerId,
    purpose: first ? purposeOfMoment(first.moment) : 'service',
  })
  return (
    <div className="flex flex-col gap-5 pt-3">
      <HowSent sending={sending} />
      {texts.map((text) => (
        <TextCard
          key={text.key}
          text={text}
          target={target}
          sending={sending}
          occasions={answeredBy(text.moment, reasons, today)}
        />
      ))}
    </div>
  )
}
