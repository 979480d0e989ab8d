import { useId } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import clsx from 'clsx'

type Props = {
  label: string
  /** One word for each of 1 to 5. */
  words: readonly string[]
  value: number | null
  onChange: (score: number | null) => void
  /** A last choice that takes the answer away again. */
  none?: string
  /** Under each other, for a thumb. */
  stacked?: boolean
}

const scores = [1, 2, 3, 4, 5] as const

/** An answer from 1 to 5, each with its figure and its word. */
export function ScoreChoice({ label, words, value, onChange, none, stacked }: Props) {
  const id = useId()
  return (
    <RadioGroup
      aria-labelledby={id}
      value={value === null ? '' : String(value)}
      onChange={(chosen) => onChange(chosen === 'none' ? null : Number(chosen))}
      className="grid gap-2"
    >
      <span id={id} className={stacked ? 't16 font-strong' : 't14'}>
        {label}
      </span>
      <div className={stacked ? 'grid gap-2' : 'flex flex-wrap gap-1.5'}>
        {scores.map((score) => (
          <Radio
            key={score}
            value={String(score)}
            className={clsx(choice, stacked ? 'min-h-13 px-4' : 'min-h-ctl px-2')}
          >
            <b className="tabular-nums">{score}</b>
            <span className="text-ink-2 group-data-selected:text-inherit">{words[score - 1]}</span>
          </Radio>
        ))}
        {none !== undefined && (
          <Radio value="none" className={clsx(choice, 'min-h-ctl px-2 text-ink-3')}>
            {none}
          </Radio>
        )}
      </div>
    </RadioGroup>
  )
}

const choice =
  'group touch t13 inline-flex cursor-pointer items-center gap-2 rounded border border-line-2 data-hovered:border-edge data-selected:border-jade-fill data-selected:bg-jade-wash data-selected:text-jade'
