import type { FormPrint } from './print.ts'

const counts = ['', 'one copy', 'two copies', 'three copies', 'four copies']

export const formPrintEn: FormPrint = {
  scan: 'Scan for the original',
  scanBlank: 'Scan to fill it in',
  pageOf: (page, of) => `Page ${page} of ${of}`,
  signHere: 'Date',
  copyOf: (name, of) => `${name} (in ${counts[of] ?? `${of} copies`})`,
  remarks: {
    draft: 'Not final yet',
    waiting: 'Awaiting approval',
    approved: 'Approved',
    refused: 'Not approved',
    dropped: 'Dropped',
    filed: null,
    correction: 'Correction',
  },
}
