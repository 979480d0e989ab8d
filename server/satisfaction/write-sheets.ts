import type { Day } from '#domain/kernel/day.ts'
import { isWhole, servqualOf, type Sheet } from '#domain/satisfaction/servqual.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { SurveyRow } from './answers.ts'

type Sheets = { expected: Sheet; experienced: Sheet }

/** Keeps two sheets as they were ticked [M-08]: whole where a customer fills them in, in part where somebody asks on a call. */
export const writeSheets = async (
  trx: Db,
  survey: SurveyRow,
  sheets: Sheets | null,
  today: Day,
  how: 'whole' | 'part',
): Promise<void> => {
  if (sheets === null) return fail('request.invalid', { problems: [{ path: 'sheets', message: 'asked' }] })
  const result = servqualOf(sheets.expected, sheets.experienced)
  if (!result.ok) return fail('rule.refused', { reasons: [result.error] })
  for (const [name, sheet] of Object.entries(sheets))
    if (how === 'whole' && !isWhole(sheet))
      return fail('request.invalid', { problems: [{ path: `sheets.${name}`, message: 'whole' }] })
  await trx
    .insertInto('survey_sheet')
    .values({
      branch_id: survey.branch_id,
      survey_id: survey.id,
      customer_id: survey.customer_id,
      on_day: today,
      expected: JSON.stringify(sheets.expected),
      experienced: JSON.stringify(sheets.experienced),
    })
    .execute()
}
