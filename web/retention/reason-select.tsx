import type { ReasonId } from '#domain/retention/case-reason.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Select } from '#web/ui/select.tsx'
import { keepWords, reasonTree } from './retention-types.ts'

type Props = { label: string; value: ReasonId | null; onChange: (reason: ReasonId) => void }

/** One reason out of the tree, each with the side it lies on. */
export function ReasonSelect({ label, value, onChange }: Props) {
  const { reasonNames, sideNames } = keepWords[useLanguage()]
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      isRequired
      options={reasonTree.flatMap(({ side, ids }) =>
        ids.map((id) => ({ id, label: reasonNames[id], note: sideNames[side] })),
      )}
    />
  )
}
