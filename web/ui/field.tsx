import clsx from 'clsx'
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useWords, type Words } from './words.ts'

export type FieldProps = {
  label: string
  /** The label is only said, not shown: for a field whose place already says what it is. */
  labelHidden?: boolean | undefined
  /** One line under the field: what it is for, in which unit. */
  hint?: ReactNode
  /** What is wrong and what to do about it. */
  error?: string | undefined
  className?: string | undefined
}

/** What a field asks of its value, so that the words for what is wrong can name it. */
export type FieldAsks = {
  required?: boolean | undefined
  /** One of several is chosen rather than typed. */
  chosen?: boolean
  /** Least characters. */
  least?: number | undefined
  /** First and last day. */
  from?: string | undefined
  to?: string | undefined
}

/** What is wrong in our own words: the browser's come in its own language, whichever the reader's is. */
const faultOf = (validity: ValidityState, { chosen, least, from, to }: FieldAsks, words: Words): string => {
  if (validity.valueMissing) return chosen ? words.faults.choose : words.faults.fill
  if (validity.tooShort && least !== undefined) return words.faults.least(least)
  if (validity.rangeUnderflow && from !== undefined) return words.faults.from(from)
  if (validity.rangeOverflow && to !== undefined) return words.faults.to(to)
  return words.faults.other
}

/** Label above, control, then hint or error: the same for every field. */
export function FieldFrame({
  label,
  labelHidden,
  hint,
  error,
  children,
  ...asks
}: Pick<FieldProps, 'label' | 'labelHidden' | 'hint' | 'error'> & FieldAsks & { children: ReactNode }) {
  const words = useWords()
  return (
    <>
      <Label className={labelHidden ? 'sr-only' : 't12 text-ink-3'}>
        {label}
        {asks.required && <span> · {words.required}</span>}
      </Label>
      {children}
      {hint !== undefined && (
        <Text slot="description" className="t12 text-ink-3">
          {hint}
        </Text>
      )}
      <FieldError className="t12 text-red">
        {({ validationDetails }) => error ?? faultOf(validationDetails, asks, words)}
      </FieldError>
    </>
  )
}

export const fieldClass = (className?: string): string => clsx('flex min-w-0 flex-col gap-1', className)

/** The box every typed value stands in. */
export const controlClass =
  't14 h-ctl w-full min-w-0 rounded border border-line-2 bg-paper px-2.5 text-ink outline-offset-1 transition-colors hover:border-edge data-hovered:border-edge data-invalid:border-red-mark data-disabled:border-line data-disabled:bg-paper-2 data-disabled:text-ink-3'

/** React Aria's names for what our fields call `error`. */
export const invalid = (error: string | undefined): { isInvalid?: boolean } =>
  error === undefined ? {} : { isInvalid: true }
