import type { ReactNode } from 'react'
import { standing } from '#domain/playbook/capture.ts'
import { PolicyCards } from '#web/client/coach/policy-cards.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { AfterFiling } from './after-filing.tsx'
import { Captures } from './captures.tsx'
import { DueQuestions } from './closing-questions.tsx'
import { Ending } from './ending.tsx'
import { contactMessages } from './messages.ts'
import { NoteBox } from './note-box.tsx'
import { PaneHead } from './pane-head.tsx'
import { Refused } from './refused.tsx'
import type { Finishing } from './use-finishing.ts'
import type { Note } from './use-note.ts'
import type { LiveRun } from './use-run.ts'
import { useMeetingWords } from './visit/meeting-words.ts'

type Props = { live: LiveRun; note: Note; ending: Finishing; after?: ReactNode }

/** What was said: one box to write in; what it holds is offered as captures; the contact so far below. */
export function SaidPane({ live, note, ending, after }: Props) {
  const m = useMessages(contactMessages)
  const { state, known } = live
  const { guesses, due } = ending
  return (
    <section aria-label={m.panes.said} className="flex min-h-0 min-w-0 flex-col md:overflow-y-auto">
      <PaneHead
        title={m.panes.said}
        remark={m.note.saving[known.saving]}
        end={state.finished ? undefined : m.note.remark}
      />
      {!state.finished && <NoteBox live={live} note={note} />}
      <Refused live={live} />
      <div className="flex flex-col gap-2 px-4 pt-3 pb-4 lg:px-5">
        {!state.finished && state.connectedAt && !ending.asking && due.promises.length > 0 && (
          <Section title={m.due.title} remark={m.closing.dueRemark}>
            <DueQuestions live={live} due={due} />
          </Section>
        )}
        {!state.finished && state.context && (
          <PolicyCards said={saidIn(live, note.text)} kind={state.context.customerKind} />
        )}
        <Captures live={live} guesses={guesses} />
        <AfterFiling live={live} onFinish={ending.finish} />
        {after}
        <Log live={live} writing={note.noteId} />
      </div>
      <Ending live={live} ending={ending} />
    </section>
  )
}

/** What was written down of the talk, as far as a rule may come up in it. */
const saidIn = ({ state: { notes, captures, serviceCase } }: LiveRun, typing: string): string =>
  [
    ...notes.map(({ text }) => text),
    ...standing(captures, 'expectation').map(({ text }) => text),
    ...standing(captures, 'need').map(({ text }) => text),
    serviceCase?.what ?? '',
    typing,
  ].join('\n')

/** The contact so far, newest first. */
function Log({ live, writing }: { live: LiveRun; writing: string | null }) {
  const m = useMessages(contactMessages)
  const met = useMeetingWords(live)
  const format = useFormat(live.timeZone)
  const { state } = live
  const lines = [
    ...state.notes
      .filter(({ id }) => id !== writing)
      .map(({ id, at, text, late }) => ({ id, at, text: late ? `${text}（${m.note.late}）` : text })),
    ...(state.connectedAt ? [{ id: 'connected', at: state.connectedAt, text: met.begun }] : []),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  if (lines.length === 0) return null
  return (
    <Section title={m.note.log}>
      <Rows>
        {lines.map(({ id, at, text }) => (
          <Row key={id} className="whitespace-pre-wrap">
            <span className="grid grid-cols-[40px_minmax(0,1fr)]">
              <span className="text-ink-3 tabular-nums">{format.time(at)}</span>
              <span className="text-ink-2">{text}</span>
            </span>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
