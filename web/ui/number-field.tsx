import clsx from 'clsx'
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components'
import { controlClass, FieldFrame, type FieldProps, fieldClass, invalid } from './field.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

export type NumberFieldProps = Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> &
  FieldProps & {
    /** Stands behind the figure: 元, 条, 天. */
    unit?: string | undefined
    /** Large − and + on both sides, for the thumb. */
    stepper?: boolean | undefined
  }

/** A number with its unit; arrows step it. */
export function NumberField({ label, labelHidden, hint, error, unit, stepper, className, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} {...invalid(error)} className={fieldClass(className)}>
      <FieldFrame label={label} labelHidden={labelHidden} hint={hint} error={error} required={rest.isRequired}>
        {stepper ? <Stepper /> : <WithUnit unit={unit} />}
      </FieldFrame>
    </AriaNumberField>
  )
}

function WithUnit({ unit }: { unit: string | undefined }) {
  return (
    <Group className={clsx(controlClass, 'flex items-center gap-1.5 focus-within:outline-2 focus-within:outline-jade')}>
      <Input className="w-full min-w-0 bg-transparent text-right outline-none!" />
      {unit !== undefined && <span className="t13 whitespace-nowrap text-ink-3">{unit}</span>}
    </Group>
  )
}

function Stepper() {
  const words = useWords()
  const button =
    'flex size-10 cursor-pointer items-center justify-center rounded border border-line-2 bg-paper text-ink-2 transition-colors data-hovered:border-edge data-hovered:bg-paper-3 data-disabled:text-ink-4'
  return (
    <Group className="grid w-fit grid-cols-[40px_52px_40px] items-center">
      <Button slot="decrement" aria-label={words.decrease} className={button}>
        <Icon name="minus" small />
      </Button>
      <Input className="t16 h-10 w-full rounded-s bg-transparent text-center font-strong" />
      <Button slot="increment" aria-label={words.increase} className={button}>
        <Icon name="plus" small />
      </Button>
    </Group>
  )
}
