import { useState } from 'react'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { dayRuleFrom, daysOf } from '#domain/kernel/market.ts'
import { dayRuleText, readDayRule } from '#domain/kernel/market-text.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { fileMessages } from './file-messages.ts'

/** Market and delivery days as people say them (农历逢三、八); shows how they were read and the next of them. */
export function DayRuleEditor({
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
  const stored = dayRuleFrom(value)
  const [typed, setTyped] = useState(stored ? dayRuleText(stored, 'zh') : '')
  const rule = typed.trim() === '' ? null : readDayRule(typed)
  const unread = typed.trim() !== '' && rule === null
  const next = rule ? daysOf(rule, today, addDays(today, 40)).slice(0, 3) : []
  return (
    <TextField
      label={label}
      value={typed}
      autoFocus
      onChange={(text) => {
        setTyped(text)
        // An unread rule is sent as it is typed, so that saving says what is wrong instead of forgetting the old one.
        onChange(text.trim() === '' ? null : (readDayRule(text) ?? text))
      }}
      hint={
        rule
          ? `${m.dayRule.read(dayRuleText(rule, language))} · ${m.dayRule.next(next.map((day) => format.day(day)).join(language === 'zh' ? '、' : ', '))}`
          : m.dayRule.hint
      }
      error={unread ? m.dayRule.unread : undefined}
    />
  )
}
