import { useState } from 'react'
import { type SheetColumn, sheetColumns, sheetHeads } from '#domain/round/sheet.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import { roundMessages } from './messages.ts'

/** The columns of the day sheet, in the order the province wants them; those taken stand first. */
export function SheetSettings() {
  const { data } = useRead('GET /api/round-settings', {})
  return data ? <SheetForm key={data.sheetVersion} sheet={data.sheet} version={data.sheetVersion} /> : null
}

function SheetForm({ sheet, version }: { sheet: readonly SheetColumn[]; version: number | null }) {
  const { setting: m } = useMessages(roundMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const write = useWrite('PUT /api/round-settings/sheet')
  const [chosen, setChosen] = useState<readonly SheetColumn[]>(sheet)
  const heads = sheetHeads[language]
  const earlier = (place: number): void =>
    setChosen(chosen.toSpliced(place, 1).toSpliced(Math.max(0, place - 1), 0, ...chosen.slice(place, place + 1)))
  const save = (): void =>
    write.mutate(
      { body: { baseVersion: version, sheet: [...chosen] } },
      {
        onSuccess: () => notify({ text: m.saved }),
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  return (
    <Section title={m.sheet} remark={m.sheetRemark}>
      <ul aria-label={m.sheet} className="grid gap-x-6 py-2 md:grid-cols-2">
        {chosen.map((column, place) => (
          <li key={column} className="t13 flex min-h-9 items-center gap-2 border-b border-line">
            <Checkbox isSelected onChange={() => setChosen(chosen.filter((one) => one !== column))}>
              {heads[column]}
            </Checkbox>
            {place > 0 && (
              <IconButton
                icon="up"
                size="s"
                kind="bare"
                className="ml-auto"
                label={m.earlier(heads[column])}
                onPress={() => earlier(place)}
              />
            )}
          </li>
        ))}
        {sheetColumns
          .filter((column) => !chosen.includes(column))
          .map((column) => (
            <li key={column} className="t13 flex min-h-9 items-center border-b border-line">
              <Checkbox isSelected={false} onChange={() => setChosen([...chosen, column])}>
                {heads[column]}
              </Checkbox>
            </li>
          ))}
      </ul>
      <Button isDisabled={chosen.length === 0} isPending={write.isPending} onPress={save}>
        {m.save}
      </Button>
    </Section>
  )
}
