import clsx from 'clsx'
import { parseDate } from '@internationalized/date'
import {
  Button,
  Calendar,
  DateInput,
  DatePicker as AriaDatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components'
import type { Day } from '#domain/kernel/day.ts'
import { CalendarMonth, type DayLimits, type DayNote, limitsOf } from './calendar.tsx'
import { controlClass, FieldFrame, type FieldProps, fieldClass, invalid } from './field.tsx'
import { Icon } from './icons.tsx'
import { layerClass } from './popover.tsx'
import { useWords } from './words.ts'

export type DatePickerProps = FieldProps &
  DayLimits & {
    value: Day | null
    onChange: (day: Day | null) => void
    noteOf?: DayNote
    isRequired?: boolean
    isDisabled?: boolean
  }

/** A calendar day, typed part by part or chosen from the month. */
export function DatePicker({
  label,
  labelHidden,
  hint,
  error,
  className,
  value,
  onChange,
  noteOf,
  min,
  max,
  ...rest
}: DatePickerProps) {
  const words = useWords()
  return (
    <AriaDatePicker
      {...rest}
      {...invalid(error)}
      {...limitsOf({ min, max })}
      firstDayOfWeek="mon"
      shouldForceLeadingZeros
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      className={fieldClass(className)}
    >
      <FieldFrame
        label={label}
        labelHidden={labelHidden}
        hint={hint}
        error={error}
        required={rest.isRequired}
        from={min}
        to={max}
      >
        <Group className={clsx(controlClass, 'flex items-center pr-1 focus-within:border-jade')}>
          <DateInput className="flex flex-1 items-center">
            {(segment) => (
              <DateSegment
                segment={segment}
                className="rounded-s px-px caret-transparent data-focused:bg-jade-fill data-focused:text-on-jade data-placeholder:text-ink-3"
              />
            )}
          </DateInput>
          <Button
            aria-label={words.calendar}
            className="touch flex size-6 cursor-pointer items-center justify-center rounded-s text-ink-3 data-hovered:bg-paper-3"
          >
            <Icon name="calendar" small />
          </Button>
        </Group>
      </FieldFrame>
      <Popover offset={4} data-hotkeys="off" className={clsx(layerClass, 'p-2')}>
        <Dialog className="outline-none">
          <Calendar>
            <CalendarMonth noteOf={noteOf} />
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}
