import type { Words } from '#domain/kernel/said.ts'
import { yuan } from '#domain/kernel/wording.ts'
import { choiceLabel, fieldLabel } from './fields.ts'
import type { MappingFacts, RowFacts, RunFacts, SheetFacts, WhyFacts } from './facts.ts'

const atRow = (row: number | null): string => (row === null ? '' : ` near row ${row}`)

const kinds: Record<string, string> = {
  pdf: 'a PDF',
  png: 'a picture',
  jpeg: 'a picture',
  gif: 'a picture',
  rar: 'a RAR archive',
  '7z': 'a 7z archive',
  gzip: 'a compressed file',
  zip: 'an archive or another kind of Office file',
  doc: 'a Word or other old Office file',
  html: 'a web page without a table',
  xml: 'an XML file',
  json: 'a JSON file',
  binary: 'a program or data file',
}

const listed = (values: string): string =>
  values
    .split(',')
    .map((value) => choiceLabel(value, 'en'))
    .join(', ')

export const sheetWords: Words<SheetFacts> = {
  'sheet.empty': () => 'There is nothing in the file. Look at the original, export it again and upload that.',
  'sheet.not-a-table': ({ found }) =>
    `This is ${kinds[found] ?? 'something else'}, not a table. Upload an XLSX, XLS or CSV file.`,
  'sheet.cut-off': ({ row }) =>
    `The file breaks off${atRow(row)}; the upload stopped half-way. Upload it again; if that fails, export it anew.`,
  'sheet.locked': () => 'The file has a password. Remove it in Excel or WPS, save, and upload again.',
  'sheet.not-xlsx': () =>
    'This is not an XLSX workbook, or it has a password. Remove the password, save it as XLSX in Excel or WPS and upload it again.',
  'sheet.too-old': () => 'This is the format of Excel 95 or older. Open it in Excel or WPS and save it as XLSX.',
  'sheet.undecodable': ({ offset, row }) =>
    `Row ${row} (byte ${offset + 1}) cannot be read: the file mixes encodings. Open it in Excel or WPS and save it as XLSX or “CSV UTF-8”.`,
  'sheet.too-many-columns': ({ row, found, limit }) =>
    `Row ${row} has ${found} columns; the limit is ${limit}. Delete columns you do not need, or split the file.`,
  'sheet.too-many-rows': ({ limit }) => `More than ${limit} rows. Split the file.`,
  'sheet.cell-too-long': ({ row, column, limit }) =>
    `Row ${row}, column ${column} is longer than ${limit} characters. See whether a quotation mark is missing there, or shorten the text.`,
  'sheet.too-big': ({ limitMb }) =>
    `The file is too big once unpacked${limitMb > 0 ? ` (over ${limitMb} MB)` : ''}. Delete spare sheets and empty rows, save, and upload again.`,
  'sheet.no-header': () =>
    'No header row was found. Put column names above the data, such as “Customer code, Name, Phone”.',
  'sheet.no-such-sheet': ({ name }) =>
    name === ''
      ? 'The workbook holds no sheet that can be read.'
      : `There is no sheet named “${name}”. Choose another.`,
}

export const problemWords: Words<RowFacts> = {
  required: () => 'needed, but empty',
  'text.too-long': ({ length, limit }) => `${length} characters; the limit is ${limit}`,
  'cell.formula': ({ text }) => `“${text}” is a formula, not content`,
  'cell.error': ({ text }) => `the cell shows ${text}: its formula gave no result`,
  'code.scientific': ({ text }) => `the code became ${text} and has lost its last digits`,
  'code.rounded': ({ text }) => `the code ${text} has more than 15 digits, and the last ones were turned into zeros`,
  'code.repeated': ({ code, firstRow }) => `code ${code} is already in row ${firstRow}`,
  'bill.repeated': ({ code, month, firstRow }) => `the ${month} bill of ${code} is already in row ${firstRow}`,
  'phone.scientific': ({ text }) => `the number became ${text} and has lost its last digits`,
  'phone.not-mobile': ({ text, digits }) => `“${text}” has ${digits} digits; a mobile number has 11`,
  'phone.invalid': ({ text }) => `“${text}” is not a phone number`,
  'identity.scientific': ({ text }) => `the ID number became ${text} and has lost its last digits`,
  'identity.rounded': ({ text }) => `the last digits of ID number ${text} were turned into zeros`,
  'identity.length': ({ text, length }) => `ID number ${text} has ${length} characters; it should have 18`,
  'identity.checksum': ({ text }) => `the check digit of ID number ${text} does not fit: at least one digit is wrong`,
  'identity.birthday': ({ text }) => `the date of birth inside ID number ${text} does not exist`,
  'money.invalid': ({ text }) => `“${text}” is not an amount`,
  'money.negative': ({ amount }) => `the amount is ${yuan(amount)}; it cannot be below zero`,
  'money.absurd': ({ amount, limit }) => `the amount ${yuan(amount)} is beyond the limit of ${yuan(limit)}`,
  'number.invalid': ({ text }) => `“${text}” is not a number`,
  'number.negative': ({ text }) => `“${text}” is below zero`,
  'day.invalid': ({ text }) => `“${text}” is not a date that exists`,
  'day.no-year': ({ text }) => `“${text}” has no year`,
  'day.ambiguous': ({ text }) => `“${text}” could be read two ways`,
  'month.invalid': ({ text }) => `“${text}” is not a month`,
  'month.no-year': ({ text }) => `“${text}” has no year`,
  'weekday.invalid': ({ text }) => `“${text}” is not a day of the week`,
  'market.invalid': ({ text }) => `“${text}” does not say which days are market days`,
  'flag.invalid': ({ text }) => `“${text}” is neither yes nor no`,
  'choice.unknown': ({ text }) => `“${text}” is not one of the choices`,
  'label.unknown': ({ text }) => `“${text}” does not say whether the customer left or stayed`,
  'row.short': ({ found, expected }) => `the row has ${found} columns of ${expected} and may be half-written`,
  'row.unreachable': ({ code }) => `there is no customer with code ${code}`,
  'row.exists': ({ code }) => `there is already a customer with code ${code}`,
  'number.elsewhere': ({ tail }) => `the number ending in ${tail} already belongs to another customer`,
  'row.merged': ({ code, into }) => `customer ${code} has been merged into ${into}`,
  'staff.unknown': ({ text }) => `there is no “${text}” among the staff you may give customers to`,
  'staff.ambiguous': ({ text }) => `several people are called “${text}”`,
  'field.other-kind': ({ kind }) => `a ${choiceLabel(kind, 'en')} customer has no such field`,
  'number.range': ({ text, min, max }) => `${text} is not between ${min} and ${max}`,
}

const asText = 'Set this column to “text” in the source, export again, and fill in the whole'

export const remedyWords: Words<RowFacts> = {
  required: () => 'Fill in this cell.',
  'text.too-long': ({ limit }) => `Shorten it to ${limit} characters.`,
  'cell.formula': () =>
    'Write plain text instead. If you do not know the formula, do not open it; ask whoever sent the file.',
  'cell.error': () =>
    'Open it in Excel or WPS and save it once; failing that, correct the formula or type in its result.',
  'code.scientific': () => `${asText} code.`,
  'code.rounded': () => `${asText} code.`,
  'code.repeated': () => 'Delete one of the two rows, or correct the code.',
  'bill.repeated': () => 'Make the two rows one, or tell them apart under “Kind of charge”.',
  'phone.scientific': () => `${asText} number.`,
  'phone.not-mobile': () =>
    'Complete the 11 digits; if it is a landline, head the column “Phone” and give the area code, such as 0571-87654321.',
  'phone.invalid': () => 'Give an 11-digit mobile number, or a landline with its area code such as 0571-87654321.',
  'identity.scientific': () => `${asText} 18 characters.`,
  'identity.rounded': () => `${asText} 18 characters.`,
  'identity.length': () => 'Fill in all 18 characters from the card.',
  'identity.checksum': () => 'Compare it with the card, digit by digit.',
  'identity.birthday': () => 'Compare digits 7 to 14 with the card.',
  'money.invalid': () => 'Write a number such as 128.50; leave it empty when there is none.',
  'money.negative': () =>
    'Put a refund in a row of its own, with “refund” as its kind of charge; if it is a slip, make it positive.',
  'money.absurd': () =>
    'Check the decimal point and the unit (yuan or fen); if it is right, raise the limit in the import settings.',
  'number.invalid': () => 'Write digits only; leave it empty when not known.',
  'number.negative': () => 'Write zero or more; leave it empty when not known.',
  'day.invalid': () => 'Write it like 2026-01-05.',
  'day.no-year': () => 'Add the year, like 2026-01-05, or choose a year in the import settings.',
  'day.ambiguous': () => 'Write year, month, day, like 2026-01-05.',
  'month.invalid': () => 'Write it like 2026-01.',
  'month.no-year': () => 'Add the year, like 2026-01, or choose a year in the import settings.',
  'weekday.invalid': () => 'Write Monday to Sunday.',
  'market.invalid': () =>
    'Write it like 农历逢三六九 (lunar days ending in 3, 6, 9) or 每周一、四 (Mondays and Thursdays).',
  'flag.invalid': () => 'Write yes or no; leave it empty when not known.',
  'choice.unknown': ({ allowed }) => `Write one of: ${listed(allowed)}.`,
  'label.unknown': () => 'Write yes for customers who left, no for those who stayed.',
  'row.short': () => 'Complete the row from the original; if it is the last one, export the whole file again.',
  'row.unreachable': () => 'Check the code; for a new customer, choose “create and update”.',
  'row.exists': () => 'Check the code; to update, choose “create and update”.',
  'number.elsewhere': () =>
    'Correct the number or empty the cell; if the two are one customer, use its code or merge them first.',
  'row.merged': ({ into }) => `Use the code ${into}.`,
  'staff.unknown': () => 'Write the staff number or the full name; leave it empty to decide later.',
  'staff.ambiguous': () => 'Write the staff number instead of the name.',
  'field.other-kind': () => 'Empty this cell, or correct the kind of customer.',
  'number.range': ({ min, max }) => `Write a number from ${min} to ${max}; leave it empty when not known.`,
}

const shapes: Record<string, string> = { phone: 'phone numbers', identity: 'ID numbers' }

export const whyWords: Words<WhyFacts> = {
  'why.name': ({ header }) => `the column is named “${header}”`,
  'why.part': ({ word }) => `the name holds “${word}”`,
  'why.shape': ({ shape, share }) => `${Math.round(share * 100)}% of the values are ${shapes[shape] ?? shape}`,
  'why.month': ({ month }) => `the name says ${month} and the values are numbers`,
  'why.template': () => 'as mapped last time',
  'why.values': ({ distinct }) =>
    distinct === 0
      ? 'empty in the first rows, so it becomes an attribute'
      : `no field answers to this name, so it becomes an attribute (${distinct} different values in the sample)`,
  'why.nothing': () => 'not imported',
}

export const mappingWords: Words<MappingFacts> = {
  'mapping.missing': ({ field }) => `No column is named for “${fieldLabel(field, 'en')}” yet`,
  'mapping.twice': ({ first, second }) => `“${first}” and “${second}” are mapped to the same thing; change one of them`,
  'mapping.no-amount': () => 'Bills need a month and an amount, or a column for each month',
}

const states: Record<string, string> = {
  uploading: 'is still being uploaded',
  ready: 'has not been started',
  checking: 'is on a dry run',
  waiting: 'is waiting for its turn',
  running: 'is running',
  done: 'is done',
  cancelled: 'was cancelled',
  failed: 'failed and was taken back',
  undoing: 'is being undone',
  undone: 'was undone',
}

export const runWords: Words<RunFacts> = {
  'import.not-allowed': () => 'Whoever started it may not import any more; nothing was written.',
  'import.not-now': ({ state }) => `This import ${states[state] ?? state}, so that cannot be done now.`,
  'import.keeper-elsewhere': () =>
    'You cannot give customers to the person chosen to keep the new ones. Please choose another.',
  'import.undo-first': () => 'The last try did not finish and what it wrote still stands. Undo it first.',
  'import.file-gone': () => 'The uploaded file has been cleared away. Upload it again.',
  'import.other-content': () => 'Another file has already been sent for this upload. Choose the file again.',
  'job.failed': () =>
    'The program failed before the end; what was written has been taken back. Try again, or ask an administrator.',
  'import.not-taken-back': () =>
    'The program failed before the end, and not all that was written could be taken back. Press “Undo” to try again, or ask an administrator.',
}
