import { addDays } from '#domain/kernel/day.ts'
import { usualLimits } from '#domain/touch/contact-gate.ts'
import { consentPurposeOf } from '#domain/touch/touch.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'

/** The customer wants no more calls of this kind: one key, a year or for good; filed with the contact, and from then on the gate holds them. */
export function NoMore({ live, keyed = false }: { live: LiveRun; keyed?: boolean }) {
  const { noMore: m } = useMessages(procedureMessages)
  const { run, state, today, act } = live
  const purpose = consentPurposeOf(run.purpose)
  if (purpose === null) return null
  const { noMore } = state
  const year = addDays(today, usualLimits.doNotDisturbDays)
  const say = (until: string | null): void => void act({ type: 'noMoreSet', noMore: { until, source: m.source } })
  if (noMore === null)
    return state.finished ? null : (
      <Button
        size="s"
        kind={keyed ? 'outlined' : 'bare'}
        icon="shield"
        {...(keyed ? { hotkey: 'n' } : {})}
        onPress={() => say(year)}
      >
        {m.act}
      </Button>
    )
  return (
    <p role="status" className="t13 flex flex-wrap items-center gap-x-2 gap-y-1">
      <Icon name="shield" small className="text-amber" />
      <span>{noMore.until === null ? m.forGood(m.kinds[purpose]) : m.until(m.kinds[purpose], noMore.until)}</span>
      {!state.finished && (
        <>
          <Button size="s" kind="bare" onPress={() => say(noMore.until === null ? year : null)}>
            {noMore.until === null ? m.aYear : m.always}
          </Button>
          <Button size="s" kind="bare" icon="undo" onPress={() => act({ type: 'noMoreSet', noMore: null })}>
            {m.undo}
          </Button>
        </>
      )}
    </p>
  )
}
