import { prefilled } from '#domain/form/prefill.ts'
import { sheetOf, type Written } from '#domain/form/sheet.ts'
import type { Layout } from '#domain/form/layout.ts'
import { formPrintEn } from '#domain/form/print.en.ts'
import { formPrintZh } from '#domain/form/print.zh.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Language } from '#domain/kernel/said.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { formPdf } from '#server/adapters/pdf/form.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { formFactsFor } from './facts.ts'
import { currentLayouts } from './load.ts'
import { showForm } from './show.ts'

const words = { zh: formPrintZh, en: formPrintEn }

/** A form as it stands, on paper. Who printed what when is kept. */
export const printForm = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  language: Language,
  base: string,
): Promise<FileReply> => {
  const form = await showForm(db, caller, now, id)
  const { remarks } = words[language]
  const remark = [remarks[form.state], form.corrects === null ? null : remarks.correction].filter((one) => one !== null)
  const written: Written = {
    answers: form.answers,
    names: form.names,
    signatures: Object.fromEntries(
      Object.entries(form.signatures).map(([field, signature]) => [
        field,
        { ...signature, at: told(signature.at, caller) },
      ]),
    ),
  }
  const file = await pdfOf(db, caller, form.layout, language, written, {
    remark: remark.length === 0 ? null : remark.join(' · '),
    address: `${base}/forms/${id}`,
    code: id.slice(-12),
  })
  await printed(db, caller, now, form.key, { formId: id, customerId: form.customer?.id ?? null })
  return file
}

const told = (at: string, caller: Caller): string => {
  const { day, minute } = wallClockAt(new Date(at), caller.timeZone)
  return `${day} ${clockText(minute)}`
}

/** A form to write on by hand; with a customer, what the reader may see of that customer stands in it already [P-22]. */
export const printBlank = async (
  db: Db,
  caller: Caller,
  now: Date,
  key: string,
  { language, customerId }: { language: Language; customerId?: string | undefined },
  base: string,
): Promise<FileReply> => {
  const layout = (await currentLayouts(db, caller.branchId)).find((one) => one.layout.id === key)?.layout
  if (!layout) return fail('record.not_found')
  const about = layout.about === 'customer' ? customerId : undefined
  const facts = about === undefined ? null : await formFactsFor(db, caller, now, { customerId: about })
  const written =
    facts === null ? null : { answers: prefilled(layout, facts, language), signatures: {}, names: {}, room: true }
  const file = await pdfOf(db, caller, layout, language, written, {
    remark: null,
    address: `${base}/forms/new?form=${key}${about === undefined ? '' : `&customer=${about}`}`,
    code: null,
  })
  await printed(db, caller, now, key, { formId: null, customerId: about ?? null })
  return file
}

type About = { remark: string | null; address: string; code: string | null }

const pdfOf = async (
  db: Db,
  caller: Caller,
  layout: Layout,
  language: Language,
  written: Written | null,
  about: About,
): Promise<FileReply> => {
  const { name: company } = await db
    .selectFrom('branch')
    .select('name')
    .where('id', '=', caller.branchId)
    .executeTakeFirstOrThrow()
  const bytes = await formPdf({
    sheet: sheetOf(layout, language, written),
    company,
    copies: layout.copies?.map((copy) => copy[language]) ?? [null],
    words: words[language],
    ...about,
  })
  return {
    bytes,
    contentType: 'application/pdf',
    fileName: `${layout.title[language]}${about.code ? ` ${about.code}` : ''}.pdf`,
  }
}

/** Each print is logged: paper leaves the house [P-22]. */
const printed = (
  db: Db,
  caller: Caller,
  now: Date,
  form: string,
  { formId, customerId }: { formId: string | null; customerId: string | null },
): Promise<void> =>
  audit(db, caller.branchId, caller.staffId, now, {
    action: 'form.printed',
    entity: 'form',
    ...(formId !== null && { entityId: formId }),
    ...(customerId !== null && { customerId }),
    params: { form, blank: formId === null, day: dayIn(now, caller.timeZone) },
  })
