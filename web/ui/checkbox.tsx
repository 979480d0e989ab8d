import clsx from 'clsx'
import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components'
import { FieldFrame, type FieldProps, fieldClass, invalid } from './field.tsx'
import { Icon } from './icons.tsx'
import type { Option } from './select.tsx'

export type CheckboxProps = Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> & {
  children: ReactNode
  className?: string | undefined
}

/** Ticked or not. Its input is hidden: tests click the words. */
export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      className={clsx(
        'group touch inline-flex cursor-pointer items-center gap-2 rounded-s data-disabled:cursor-default data-disabled:text-ink-3',
        className,
      )}
    >
      {({ isIndeterminate }) => (
        <>
          <span className="flex size-4 flex-none items-center justify-center rounded-s border-[1.5px] border-edge bg-paper text-transparent transition-colors group-data-indeterminate:border-jade-fill group-data-indeterminate:bg-jade-fill group-data-indeterminate:text-on-jade group-data-invalid:border-red-mark group-data-selected:border-jade-fill group-data-selected:bg-jade-fill group-data-selected:text-on-jade">
            <Icon name={isIndeterminate ? 'minus' : 'check'} className="size-3!" />
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}

export type CheckboxGroupProps = FieldProps & {
  options: readonly Option[]
  value: readonly string[]
  onChange: (ids: string[]) => void
  isDisabled?: boolean
  isRequired?: boolean
}

/** Any of a few. */
export function CheckboxGroup({
  label,
  labelHidden,
  hint,
  error,
  className,
  options,
  value,
  onChange,
  ...rest
}: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup
      {...rest}
      {...invalid(error)}
      value={[...value]}
      onChange={onChange}
      className={fieldClass(className)}
    >
      <FieldFrame label={label} labelHidden={labelHidden} hint={hint} error={error} required={rest.isRequired} chosen>
        <div className="flex flex-wrap gap-x-4 gap-y-2 py-1">
          {options.map(({ id, label }) => (
            <Checkbox key={id} value={id}>
              {label}
            </Checkbox>
          ))}
        </div>
      </FieldFrame>
    </AriaCheckboxGroup>
  )
}
