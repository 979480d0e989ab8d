import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answers, missingIn } from '#domain/form/answer.ts'
import { afterMove, type FormMove } from '#domain/form/standing.ts'
import { sentence } from '#domain/kernel/said.ts'
import { sheetOf } from '#domain/form/sheet.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { download } from '#web/client/send.ts'
import { useSeat, useSession } from '#web/client/session.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { useWords } from '#web/ui/words.ts'
import { FillIn } from './fill-in.tsx'
import { type FormAbout, type FormShown, refusals, stateNames } from './form-types.ts'
import { changeForm } from './form-here.ts'
import { aboutForm, hasWaiting, isCutOff, keepFormWrite } from './late-form.ts'
import { formMessages } from './messages.ts'
import { PaperView } from './paper-view.tsx'
import { Places } from './places.tsx'
import { type Draft, useDraft } from './use-draft.ts'

type Props = {
  form: FormShown
  onNext: (about: FormAbout) => void
  onCorrect: () => void
}

/** One form: written in while it may be, as it stands on paper once it is final; signed below, printed from the bar. */
export function FormScreen({ form, onNext, onCorrect }: Props) {
  const language = useLanguage()
  const draft = useDraft(form)
  const writes = form.can.includes('write')
  const answers = writes ? draft.answers : (form.answers as Answers)
  return (
    <div className="mx-auto flex min-h-full w-full max-w-3xl flex-col">
      <Standing form={form} />
      <div className="flex flex-1 flex-col gap-4 px-4 py-3 lg:px-6">
        {writes ? (
          <FillIn form={form} draft={draft} />
        ) : (
          <PaperView
            sheet={sheetOf(form.layout, language, { answers, signatures: form.signatures, names: form.names })}
          />
        )}
        <Places form={form} beforeSigning={draft.flush} />
        <Made form={form} />
      </div>
      <Acts
        form={form}
        answers={answers}
        saving={draft.saving}
        flush={draft.flush}
        onNext={onNext}
        onCorrect={onCorrect}
      />
    </div>
  )
}

/** What it is about and how it stands; the form before it, the one after it. */
function Standing({ form }: { form: FormShown }) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const names = stateNames[language]
  const facts = [
    m.by(form.author.name),
    format.shortDay(form.onDay, today),
    form.dueOn && m.due(format.shortDay(form.dueOn, today)),
    form.layout.for === 'owner' && m.ownOnly,
  ].filter(Boolean)
  return (
    <header className="flex flex-col gap-1 border-b border-line px-4 py-3 lg:px-6">
      <h2 className="t20">{form.title[language]}</h2>
      <p className="t13 flex flex-wrap items-baseline gap-x-2 text-ink-3">
        {form.customer && (
          <Link href={`/customers/${form.customer.id}`} quiet>
            <span className="text-ink-2">{form.customer.name}</span>
          </Link>
        )}
        <span>{facts.join(' · ')}</span>
        <span
          className={form.state === 'waiting' || form.due ? 'text-amber' : form.state === 'filed' ? 'text-jade' : ''}
        >
          {names[form.state]}
        </span>
      </p>
      {form.decided && (
        <p className="t13">
          {m.decided(form.decided.by, names[form.state])}
          {form.decided.note && <span className="text-ink-2"> · {form.decided.note}</span>}
        </p>
      )}
      {form.corrects && (
        <Banner>
          {m.corrects}
          <Link href={`/forms/${form.corrects}`}>{m.correctsLink}</Link>
        </Banner>
      )}
      {form.correctedBy && (
        <Banner tone="soon">
          {m.correctedBy}
          <Link href={`/forms/${form.correctedBy}`}>{m.correctedLink}</Link>
        </Banner>
      )}
    </header>
  )
}

/** What filing made of it: answers owed, and whether the customer heard [P-20]. */
function Made({ form }: { form: FormShown }) {
  const m = useMessages(formMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  if (form.made.length === 0) return null
  const day = (at: string): string => format.shortDay(format.dayOf(at), today)
  return (
    <Section title={m.made} remark={m.madeRemark}>
      <Rows>
        {form.made.map((one) => (
          <Row
            key={one.promiseId}
            note={`${one.owner} · ${m.due(day(one.dueAt))}`}
            end={
              <span className="text-ink-3">
                {m.madeStates[one.state]} · {one.toldAt ? m.told(day(one.toldAt)) : m.notTold}
              </span>
            }
          >
            {one.what}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

type ActsProps = Props & { answers: Answers; saving: Draft['saving']; flush: () => Promise<boolean> }

/** Moves of one's own that are the same when sent twice, so that they may wait for a network. */
const waits = (move: FormMove): boolean => move === 'file' || move === 'ask' || move === 'drop'

/** Keeps a move on this device when it cannot be sent, by the rule the server asks. */
const useLateMove = (form: FormShown) => {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const client = useQueryClient()
  const seat = useSeat()
  const words = useWords()
  return async (move: FormMove, request: MoveRequest): Promise<void> => {
    const standing = { state: form.state, answers: form.answers as Answers, signatures: form.signatures }
    const went = afterMove(form.layout, standing, move, { isAuthor: true, mayApprove: false, note: request.body.note })
    if (!went.ok) return notify({ text: sentence(refusals[language], went.error), tone: 'problem' })
    if (!(await keepFormWrite(seat, 'POST /api/forms/:id/moves', request, aboutForm(form, form.title[language]))))
      return notify({ text: words.noRoom, tone: 'problem' })
    changeForm(client, form, { state: went.value })
    notify({ text: words.keptHere(m.moved[move]) })
  }
}

type MoveRequest = { params: { id: string }; body: { move: FormMove; note: string } }

const main: readonly FormMove[] = ['approve', 'ask', 'file', 'restore']

function Acts({ form, answers, saving, flush, onNext, onCorrect }: ActsProps) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const text = useReasonText(refusals)
  const write = useWrite('POST /api/forms/:id/moves')
  const late = useLateMove(form)
  const [printing, setPrinting] = useState(false)
  const missing = missingIn(form.layout, answers).length
  const make = async (move: FormMove, note = ''): Promise<void> => {
    if (!(await flush())) return
    const request = { params: { id: form.id }, body: { move, note } }
    if (hasWaiting(form.id) && waits(move)) return late(move, request)
    write.mutate(request, {
      onSuccess: () => notify({ text: m.moved[move], ...(move === 'drop' && { undo: () => void make('restore') }) }),
      onError: (error) =>
        isCutOff(error) && waits(move) ? void late(move, request) : notify({ text: text(error), tone: 'problem' }),
    })
  }
  const print = async (): Promise<void> => {
    setPrinting(true)
    try {
      if (await flush()) await download('GET /api/forms/:id/pdf', { params: { id: form.id }, query: { language } })
    } catch (error) {
      notify({ text: text(error), tone: 'problem' })
    } finally {
      setPrinting(false)
    }
  }
  const { next } = form.layout
  const nextTitle = useLayoutTitle(next)
  const mayFollow = next !== undefined && form.customer !== null && ['filed', 'approved'].includes(form.state)
  const go = main.find((move) => form.can.includes(move))
  const others = form.can.filter((act) => act === 'withdraw' || act === 'drop')
  return (
    <>
      {form.can.includes('write') && (
        <p role="status" className="t12 px-4 pb-2 text-ink-3 lg:px-6">
          {m.saved[saving]}
          {missing > 0 && ` · ${m.missing(missing)}`}
        </p>
      )}
      <ActBar>
        {go && (
          <Button kind="go" isPending={write.isPending} isDisabled={missing > 0} onPress={() => void make(go)}>
            {m.moves[go]}
          </Button>
        )}
        {form.can.includes('refuse') && <Refuse onRefuse={(note) => void make('refuse', note)} />}
        {mayFollow && !form.followedBy && (
          <Button
            kind={go ? 'outlined' : 'go'}
            onPress={() =>
              onNext({
                form: next,
                customer: form.customer?.id,
                person: form.person?.id,
                run: form.runId ?? undefined,
                after: form.id,
              })
            }
          >
            {m.next(nextTitle)}
          </Button>
        )}
        {form.followedBy && <Link href={`/forms/${form.followedBy.id}`}>{m.followed(nextTitle)}</Link>}
        <Button icon="print" isPending={printing} onPress={() => void print()}>
          {printing ? m.printing : m.print}
        </Button>
        {others.map((move) => (
          <Button key={move} kind="bare" onPress={() => void make(move)}>
            {m.moves[move]}
          </Button>
        ))}
        {form.can.includes('correct') && !form.correctedBy && (
          <Button kind="bare" onPress={onCorrect}>
            {m.correct}
          </Button>
        )}
      </ActBar>
    </>
  )
}

const useLayoutTitle = (key: string | undefined): string => {
  const language = useLanguage()
  const layouts = useRead('GET /api/form-layouts', {}, { enabled: key !== undefined }).data?.layouts ?? []
  return layouts.find(({ layout }) => layout.id === key)?.layout.title[language] ?? ''
}

function Refuse({ onRefuse }: { onRefuse: (note: string) => void }) {
  const m = useMessages(formMessages)
  const [note, setNote] = useState('')
  return (
    <Popover label={m.moves.refuse} trigger={<Button>{m.moves.refuse}</Button>}>
      {(close) => (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (note.trim() === '') return
            onRefuse(note.trim())
            close()
          }}
        >
          <TextField label={m.refuseWhy} value={note} onChange={setNote} autoFocus isRequired maxLength={400} />
          <Button type="submit" kind="go">
            {m.moves.refuse}
          </Button>
        </form>
      )}
    </Popover>
  )
}
