import type { Wall } from '#domain/worklist/wall.ts'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import type { IconName } from '#web/ui/icons.tsx'
import { Kbd } from '#web/ui/kbd.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { FinishForm } from './finish-form.tsx'
import { LaterForm } from './later-form.tsx'
import { workMessages } from './messages.ts'
import { TransferForm } from './transfer-form.tsx'
import type { WorkRow } from './types.ts'
import { useDecide } from './use-decide.ts'

export type RowActsProps = {
  row: WorkRow
  now: Wall
  starting: boolean
  /** The gate said no: another act is the one to do now. */
  refused: boolean
  onStart: () => void
  /** Where something other than a call is the first thing to do. */
  first?: { label: string; icon: IconName; onPress: () => void } | null
}

/** What one does with a row: begin with one key, or put off, hand over, tick off with another. */
export function RowActs({ row, now, starting, refused, onStart, first }: RowActsProps) {
  const { acts: m, list, later, transfer, finish } = useMessages(workMessages)
  const { decide } = useDecide()
  return (
    <ActBar
      end={
        <>
          <span>
            {list.next} <Kbd keys="j" />
          </span>
          <span>
            {list.previous} <Kbd keys="k" />
          </span>
        </>
      }
    >
      <Button
        kind={refused ? 'outlined' : 'go'}
        icon={first?.icon ?? 'phone'}
        hotkey="Enter"
        className="px-4"
        isPending={starting}
        onPress={first?.onPress ?? onStart}
      >
        {first?.label ?? m.call(row.calledBy)}
      </Button>
      <Popover label={later.title} placement="top start" trigger={<Button hotkey="s">{m.later}</Button>}>
        {(close) => <LaterForm row={row} now={now} close={close} />}
      </Popover>
      <Popover label={transfer.title} placement="top start" trigger={<Button hotkey="h">{m.transfer}</Button>}>
        {(close) => <TransferForm row={row} close={close} />}
      </Popover>
      {row.owed ? (
        <Popover label={finish.title} placement="top start" trigger={<Button hotkey="d">{m.done}</Button>}>
          {(close) => <FinishForm row={row} close={close} />}
        </Popover>
      ) : (
        <Button
          hotkey="d"
          onPress={() => decide({ decision: 'done', customerId: row.customerId, note: '' }, finish.did(row.calledBy))}
        >
          {m.done}
        </Button>
      )}
    </ActBar>
  )
}
