import { useState } from 'react'
import { wordsIn } from '#domain/customer/dossier.ts'
import { type ChatLine, ourselvesIn, parseChat, speakersOf } from '#domain/touch/chat.ts'
import { useErrorText } from '#web/client/errors.ts'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Section } from '#web/ui/section.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type Found, foundIn, momentOf } from './chat-found.ts'
import { scriptMessages } from './messages.ts'

/** What the contact log keeps of one contact. */
const MOST = 2000

type PasteProps = {
  customerId: string
  onClose: () => void
  /** Looks at what the chat did instead of recording it. */
  onLookBack: (talk: string) => void
}

/** A chat copied out of a messenger becomes one contact, with the promises and needs in it offered [P-10]; no account is connected. */
export function PasteChat({ customerId, onClose, onLookBack }: PasteProps) {
  const { paste: m } = useMessages(scriptMessages)
  const { staff } = useSession()
  const [pasted, setPasted] = useState('')
  const [told, setTold] = useState<string | null>(null)
  const lines = parseChat(pasted)
  const speakers = speakersOf(lines)
  const us = told ?? ourselvesIn(speakers, [staff.name, staff.shortName]) ?? speakers[1] ?? ''
  return (
    <Drawer title={m.title} remark={m.remark} isOpen onClose={onClose}>
      <div className="grid gap-3 pt-3">
        <TextArea label={m.box} value={pasted} onChange={setPasted} rows={5} autoFocus />
        {pasted.trim() !== '' && lines.length === 0 && <p className="t13 text-amber">{m.none}</p>}
        {speakers.length > 1 && (
          <RadioGroup label={m.us} options={speakers.map((id) => ({ id, label: id }))} value={us} onChange={setTold} />
        )}
        {lines.length > 0 && <Preview key={us} customerId={customerId} lines={lines} us={us} onClose={onClose} />}
        {lines.length > 0 && (
          <Button kind="bare" onPress={() => onLookBack(transcriptOf(lines, us, m.sides))}>
            {m.lookBack}
          </Button>
        )}
      </div>
    </Drawer>
  )
}

/** The chat with its sides named, as a conversation is read. */
const transcriptOf = (lines: readonly ChatLine[], us: string, sides: { us: string; them: string }): string =>
  lines.map(({ speaker, text }) => `${speaker === us ? sides.us : sides.them}：${text}`).join('\n')

type PreviewProps = { customerId: string; lines: readonly ChatLine[]; us: string; onClose: () => void }

function Preview({ customerId, lines, us, onClose }: PreviewProps) {
  const { paste: m } = useMessages(scriptMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const errorText = useErrorText()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const found = foundIn(lines, us, today, now(), branch.timeZone)
  const taken = found.filter(({ key }) => !left.has(key))
  const { save, error, pending } = useSaveChat(customerId, lines, us, taken, onClose)
  const chat = lines.map((line) => `${line.speaker}：${line.text}`).join('\n')
  return (
    <>
      <Section title={m.preview(lines.length)}>
        <ol aria-label={m.preview(lines.length)} className="max-h-72 overflow-y-auto">
          {lines.map(({ speaker, day, time, text }, place) => (
            <li
              key={`${place} ${text}`}
              className="t13 grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 border-b border-line py-1.5"
            >
              <span className={speaker === us ? 'text-jade' : 'text-ink-3'}>
                {speaker}
                {time && (
                  <span className="t12 block text-ink-3">
                    {[day && format.shortDay(day, today), time].filter(Boolean).join(' ')}
                  </span>
                )}
              </span>
              <span className="whitespace-pre-line">{text}</span>
            </li>
          ))}
        </ol>
        {chat.length > MOST && <p className="t12 text-amber">{m.long}</p>}
      </Section>
      {found.length > 0 && (
        <Section title={m.found}>
          <ul aria-label={m.found}>
            {found.map((one) => (
              <li key={one.key} className="border-b border-line py-1.5">
                <Checkbox
                  isSelected={!left.has(one.key)}
                  onChange={(on) =>
                    setLeft(new Set(on ? [...left].filter((key) => key !== one.key) : [...left, one.key]))
                  }
                >
                  <span>
                    {one.what}{' '}
                    <span className="t12 text-ink-3">
                      {one.kind === 'need'
                        ? m.need
                        : m.promise([format.shortDay(one.dueDay, today), one.dueTime].filter(Boolean).join(' '))}
                    </span>
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {error && (
        <p role="alert" className="t13 text-red">
          {errorText(error)}
        </p>
      )}
      <Button kind="go" isPending={pending} onPress={save} hotkey="mod+Enter" hotkeyWhileTyping>
        {m.save}
      </Button>
    </>
  )
}

/** One contact under one id however often it is pressed, then what was found in it, each under an id of its own. */
const useSaveChat = (
  customerId: string,
  lines: readonly ChatLine[],
  us: string,
  taken: readonly Found[],
  onSaved: () => void,
) => {
  const { paste: m } = useMessages(scriptMessages)
  const { today, branch } = useSession()
  const [id] = useState(freshId)
  const [ids] = useState(() => new Map<string, string>())
  const customer = useRead('GET /api/customers/:id', { params: { id: customerId } }).data
  const touch = useWrite('PUT /api/customers/:id/touches/:touchId')
  const promise = useWrite('PUT /api/promises/:id')
  const change = useWrite('PATCH /api/customers/:id')
  const idOf = (key: string): string => {
    const known = ids.get(key) ?? freshId()
    ids.set(key, known)
    return known
  }
  const last = lines.at(-1)
  const at = last ? momentOf(last, today, now(), branch.timeZone) : now()
  const chat = lines.map((line) => `${m.note(line.speaker)}${line.text}`).join('\n')
  const record = async (): Promise<void> => {
    await touch.mutateAsync({
      params: { id: customerId, touchId: id },
      body: {
        at: at.toISOString(),
        channel: 'message',
        direction: lines[0]?.speaker === us ? 'active' : 'passive',
        purpose: 'service',
        outcome: null,
        minutes: null,
        said: null,
        note: chat.length > MOST ? `${chat.slice(0, MOST - 1)}…` : chat,
        personId: null,
      },
    })
    for (const one of taken)
      if (one.kind === 'promise')
        await promise.mutateAsync({
          params: { id: idOf(one.key) },
          body: { customerId, what: one.what, dueDay: one.dueDay, dueTime: one.dueTime },
        })
    const needs = taken.flatMap((one) => (one.kind === 'need' ? [one.what] : []))
    if (needs.length > 0 && customer)
      await change.mutateAsync({
        params: { id: customerId },
        body: {
          baseVersion: customer.version,
          dossier: { needs: [...new Set([...wordsIn(customer.dossier['needs']), ...needs])] },
          source: 'message',
        },
      })
  }
  const save = async (): Promise<void> => {
    try {
      await record()
    } catch {
      // the refused write says why, above the button
      return
    }
    notify({ text: m.saved })
    onSaved()
  }
  return {
    save: () => void save(),
    error: touch.error ?? promise.error ?? change.error,
    pending: touch.isPending || promise.isPending || change.isPending,
  }
}
