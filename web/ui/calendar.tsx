import { parseDate } from '@internationalized/date'
import {
  Button,
  Calendar as AriaCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components'
import type { Day } from '#domain/kernel/day.ts'
import { Icon } from './icons.tsx'

export type DayLimits = { min?: Day | undefined; max?: Day | undefined }

/** React Aria's names for the first and last day that may be chosen. */
export const limitsOf = ({ min, max }: DayLimits) => ({
  ...(min === undefined ? {} : { minValue: parseDate(min) }),
  ...(max === undefined ? {} : { maxValue: parseDate(max) }),
})

/** A word under a day: 初一, 休, 班. At most two characters. */
export type DayNote = (day: Day) => string | undefined

/** The month that `DatePicker` opens, without a value of its own. */
export function CalendarMonth({ noteOf }: { noteOf?: DayNote | undefined }) {
  const turn =
    'flex size-8 cursor-pointer items-center justify-center rounded text-ink-2 data-disabled:text-ink-4 data-hovered:bg-paper-3 pointer-coarse:size-11'
  return (
    <>
      <header className="flex items-center">
        <Button slot="previous" className={turn}>
          <Icon name="left" />
        </Button>
        <Heading className="t14 flex-1 text-center" />
        <Button slot="next" className={turn}>
          <Icon name="right" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="narrow" className="mt-1">
        <CalendarGridHeader>
          {(name) => <CalendarHeaderCell className="t12 h-7 w-9 text-ink-3">{name}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              data-ring="in"
              className="t13 flex h-9 w-9 cursor-pointer flex-col items-center justify-center rounded data-disabled:cursor-default data-disabled:text-ink-4 data-hovered:bg-paper-3 data-outside-month:hidden data-selected:bg-jade-fill data-selected:text-on-jade data-today:font-strong data-unavailable:text-ink-4 pointer-coarse:size-11"
            >
              {({ formattedDate }) => (
                <span data-note={noteOf?.(date.toString())} className={noteClass}>
                  {formattedDate}
                </span>
              )}
            </CalendarCell>
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </>
  )
}

// Drawn, not written: the cell's name is its date, and visible text must be part of a name.
const noteClass =
  'flex flex-col items-center data-note:after:-mt-1 data-note:after:text-[10px] data-note:after:leading-3 data-note:after:font-normal data-note:after:content-[attr(data-note)]'

export type CalendarProps = DayLimits & {
  label: string
  value: Day | null
  onChange: (day: Day) => void
  noteOf?: DayNote
}

/** A month to choose a day from, always open. Weeks begin on Monday. */
export function Calendar({ label, value, onChange, noteOf, ...limits }: CalendarProps) {
  return (
    <AriaCalendar
      aria-label={label}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date.toString())}
      firstDayOfWeek="mon"
      className="w-fit"
      {...limitsOf(limits)}
    >
      <CalendarMonth noteOf={noteOf} />
    </AriaCalendar>
  )
}
