import type { Month } from '#domain/kernel/day.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { insightMessages } from './messages.ts'

export type MonthChoiceProps = {
  month: Month
  months: readonly Month[]
  running: Month
  onChoose: (month: Month) => void
}

/** Which month the figures are of; the running one says that it is counted up to today. */
export function MonthChoice({ month, months, running, onChoose }: MonthChoiceProps) {
  const m = useMessages(insightMessages)
  const { monthOfYear } = useFormat()
  return (
    <Select
      label={m.month}
      labelHidden
      value={month}
      onChange={onChoose}
      options={months.map((id) => ({ id, label: id === running ? m.soFar(monthOfYear(id)) : monthOfYear(id) }))}
    />
  )
}
