import type { SheetFacts } from '#domain/import/facts.ts'
import type { Said } from '#domain/kernel/said.ts'

/** A file that cannot be read, as a coded sentence with its remedy. Thrown, because rows arrive by async iteration. */
export class SheetError extends Error {
  readonly said: Said<SheetFacts>
  constructor(said: Said<SheetFacts>) {
    super(said.code)
    this.name = 'SheetError'
    this.said = said
  }
}

export const fail = <C extends keyof SheetFacts>(code: C, params: SheetFacts[C]): SheetError =>
  new SheetError({ code, params } as Said<SheetFacts>)

export const cutOff = (row: number | null = null): SheetError => fail('sheet.cut-off', { row })
