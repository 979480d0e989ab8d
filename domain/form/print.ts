import type { FormState } from './standing.ts'

/** The few words that paper says by itself. */
export type FormPrint = {
  scan: string
  /** The same on a blank one: it leads to the form to be filled in. */
  scanBlank: string
  pageOf: (page: number, of: number) => string
  /** Under a place nobody has signed yet: where the date goes. */
  signHere: string
  copyOf: (name: string, of: number) => string
  remarks: Record<FormState | 'correction', string | null>
}
