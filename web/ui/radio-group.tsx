import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import clsx from 'clsx'
import { FieldFrame, type FieldProps, fieldClass, invalid } from './field.tsx'
import type { Option } from './select.tsx'

export type RadioGroupProps<Id extends string> = FieldProps & {
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  /** Under each other, for options with a note. */
  stacked?: boolean
  isDisabled?: boolean
  isRequired?: boolean
}

/** One out of two to five, all in sight. */
export function RadioGroup<Id extends string>({
  label,
  labelHidden,
  hint,
  error,
  className,
  options,
  value,
  onChange,
  stacked,
  ...rest
}: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      {...rest}
      {...invalid(error)}
      value={value}
      onChange={(id) => onChange(id as Id)}
      className={fieldClass(className)}
    >
      <FieldFrame label={label} labelHidden={labelHidden} hint={hint} error={error} required={rest.isRequired} chosen>
        <div className={clsx('flex gap-x-4 gap-y-2 py-1', stacked ? 'flex-col' : 'flex-wrap')}>
          {options.map(({ id, label, note }) => (
            <Radio
              key={id}
              value={id}
              className="group touch inline-flex cursor-pointer items-baseline gap-2 rounded-s data-disabled:text-ink-3"
            >
              <span className="relative top-[2px] size-4 flex-none rounded-full border-[1.5px] border-edge bg-paper transition-[border-width] group-data-selected:border-[5px] group-data-selected:border-jade-fill" />
              <span>
                {label}
                {note !== undefined && <span className="t12 block text-ink-3">{note}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}
