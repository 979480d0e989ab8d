import clsx from 'clsx'
import { blankStep } from '#domain/playbook/editing/blank.ts'
import type { Step } from '#domain/playbook/definition.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { notify } from '#web/ui/toast.tsx'
import { useEditor, usePart } from './editor-context.tsx'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'
import { useOrder } from './part-list.tsx'

/** Where one writes: the whole, or a step by its place. */
export type Spot = 'whole' | number

/** The steps in order, each with what is wrong in it; on a phone one choice at the top. */
export function Outline({ spot, onSpot, onUndo }: { spot: Spot; onSpot: (spot: Spot) => void; onUndo: () => void }) {
  const m = useMessages(editorMessages)
  const names = useNames()
  const language = useLanguage()
  const { problems, faultsIn } = useEditor()
  const { value: steps = [], write } = usePart<Step[]>(['steps'])
  const nameAt = (place: number): string => steps[place]?.title[language] || m.step(place + 1)
  const { handle, row, live } = useOrder(steps, nameAt, (list, to) => {
    write(list)
    if (typeof spot === 'number') onSpot(to)
  })
  const add = (): void => {
    write([...steps, blankStep(steps.map(({ id }) => id))])
    onSpot(steps.length)
  }
  const remove = (place: number): void => {
    write(steps.filter((_, at) => at !== place))
    onSpot('whole')
    notify({ text: m.removedIs(nameAt(place)), undo: onUndo })
  }
  const ofWhole = problems.filter(({ field }) => !field.startsWith('steps[')).length
  return (
    <nav aria-label={m.outline} className="md:border-r md:border-line md:py-2">
      <Select
        label={m.outline}
        labelHidden
        className="p-4 md:hidden"
        options={[
          { id: 'whole', label: m.whole },
          ...steps.map((_, place) => ({ id: String(place), label: `${m.step(place + 1)} ${nameAt(place)}` })),
        ]}
        value={String(spot)}
        onChange={(id) => onSpot(id === 'whole' ? 'whole' : Number(id))}
      />
      <div className="max-md:hidden">
        <Row current={spot === 'whole'} faults={ofWhole} onPress={() => onSpot('whole')}>
          {m.whole}
        </Row>
        <ol>
          {steps.map(({ id, kind }, place) => (
            <li key={id || place} className="flex items-center pl-2" {...row(place)}>
              {handle(place)}
              <Row
                current={spot === place}
                faults={faultsIn(['steps', place])}
                onPress={() => onSpot(place)}
                note={names.choiceNames.stepKind[kind]}
              >
                {nameAt(place)}
              </Row>
              <IconButton
                label={m.remove(nameAt(place))}
                icon="trash"
                kind="bare"
                size="s"
                onPress={() => remove(place)}
              />
            </li>
          ))}
        </ol>
        {live}
      </div>
      <Button kind="bare" icon="plus" className="max-md:mx-2" onPress={add}>
        {m.addStep}
      </Button>
    </nav>
  )
}

function Row({
  current,
  faults,
  note,
  onPress,
  children,
}: {
  current: boolean
  faults: number
  note?: string
  onPress: () => void
  children: string
}) {
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      onClick={onPress}
      className={clsx(
        't13 flex min-h-9 w-full min-w-0 cursor-pointer items-center gap-2 rounded-s px-3 text-left hover:bg-paper-2',
        current ? 'bg-paper-3 font-strong' : 'text-ink-2',
      )}
    >
      <span className="cut min-w-0 flex-1">{children}</span>
      {note !== undefined && <span className="t12 font-normal whitespace-nowrap text-ink-3">{note}</span>}
      {faults > 0 && <span className="t12 rounded-s bg-amber-wash px-1 text-amber tabular-nums">{faults}</span>}
    </button>
  )
}
