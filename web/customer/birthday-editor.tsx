import { birthdayFrom, birthdayText, nextBirthday } from '#domain/customer/birthday.ts'
import type { Day } from '#domain/kernel/day.ts'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Select } from '#web/ui/select.tsx'
import { fileMessages } from './file-messages.ts'

type Draft = { calendar?: string; year?: number | null; month?: number; day?: number; leap?: boolean }

/** A solar or lunar birthday, leap months and the lunar 30th included; says when it is next kept. */
export function BirthdayEditor({
  label,
  value,
  onChange,
  today,
}: {
  label: string
  value: unknown
  onChange: (value: unknown) => void
  today: Day
}) {
  const m = useMessages(fileMessages)
  const language = useLanguage()
  const format = useFormat()
  const draft = (value ?? {}) as Draft
  const calendar = draft.calendar === 'lunar' ? 'lunar' : 'solar'
  const set = (change: Draft) => {
    const next = { calendar, year: null, ...draft, ...change }
    // The calendar is often chosen first: it must not fall back while month and day are still to come.
    const isNothing = next.month === undefined && next.day === undefined && next.calendar === 'solar'
    onChange(isNothing ? null : next)
  }
  const number = (n: number) => (Number.isNaN(n) ? undefined : n)
  const birthday = birthdayFrom(value)
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{label}</legend>
      <div className="grid grid-cols-[minmax(76px,1.2fr)_1fr_1fr_1.2fr] gap-2">
        <Select
          label={m.birthday.calendar}
          options={[
            { id: 'solar', label: m.birthday.solar },
            { id: 'lunar', label: m.birthday.lunar },
          ]}
          value={calendar}
          onChange={(id) => set({ calendar: id })}
        />
        <NumberField
          label={m.birthday.month}
          value={draft.month ?? Number.NaN}
          minValue={1}
          maxValue={12}
          onChange={(n) => set(number(n) === undefined ? {} : { month: n })}
        />
        <NumberField
          label={m.birthday.day}
          value={draft.day ?? Number.NaN}
          minValue={1}
          maxValue={calendar === 'lunar' ? 30 : 31}
          onChange={(n) => set(number(n) === undefined ? {} : { day: n })}
        />
        <NumberField
          label={m.birthday.year}
          value={draft.year ?? Number.NaN}
          minValue={1900}
          maxValue={2100}
          formatOptions={{ useGrouping: false }}
          onChange={(n) => set({ year: number(n) ?? null })}
        />
      </div>
      <div className="t12 flex flex-wrap items-center gap-x-3 text-ink-3">
        {calendar === 'lunar' && (
          <Checkbox isSelected={draft.leap === true} onChange={(leap) => set({ leap })}>
            {m.birthday.leap}
          </Checkbox>
        )}
        {birthday && (
          <span>
            {birthdayText(birthday, language)} · {m.birthday.next(format.day(nextBirthday(birthday, today)))}
          </span>
        )}
      </div>
    </fieldset>
  )
}
