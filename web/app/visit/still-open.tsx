import { standing } from '#domain/playbook/capture.ts'
import { leftOutOf } from '#domain/playbook/progress.ts'
import type { LiveRun } from '#web/playbook/use-run.ts'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { OwedRows, useOwed } from './known.tsx'
import { visitPageMessages } from './messages.ts'

/** Before one leaves: what was promised and asked for today, what was owed from before, and what the steps so far left out [S-38]. */
export function StillOpen({ live }: { live: LiveRun }) {
  const { still: m } = useMessages(visitPageMessages)
  const language = useLanguage()
  const format = useFormat()
  const { run, state } = live
  const promises = standing(state.captures, 'promise')
  const needs = standing(state.captures, 'need')
  const owed = useOwed(live) ?? []
  const here = run.playbook.steps.find(({ id }) => id === state.step)
  const passed = leftOutOf(run.playbook, state)
    .filter(({ step }) => {
      const left = run.playbook.steps.find(({ title }) => title.zh === step.zh)
      return left?.kind === 'talk' && left.id !== here?.id && state.spent[left.id] !== undefined
    })
    .flatMap(({ checks }) => checks)
  const nothing = promises.length + needs.length + owed.length + passed.length === 0
  return (
    <Section level={3} title={m.title}>
      {nothing && <p className="t13 py-1.5 text-ink-3">{m.nothing}</p>}
      <Rows label={m.title}>
        {promises.map(({ id, what, dueDay }) => (
          <Row key={id} lead={<Icon name="promise" small />} note={m.ours} end={format.shortDay(dueDay, live.today)}>
            {what}
          </Row>
        ))}
        {needs.map(({ id, text }) => (
          <Row key={id} lead={<Icon name="note" small />} note={m.needs}>
            {text}
          </Row>
        ))}
        {passed.map((label) => (
          <Row key={label.zh} lead={<Icon name="alert" small className="text-amber" />} note={m.checks}>
            {label[language]}
          </Row>
        ))}
      </Rows>
      {owed.length > 0 && (
        <>
          <p className="t12 pt-2 text-ink-3">{m.owed}</p>
          <OwedRows live={live} label={m.owed} />
        </>
      )}
    </Section>
  )
}
