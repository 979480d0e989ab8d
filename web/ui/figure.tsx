import type { ReactNode } from 'react'
import type { Fen } from '#domain/kernel/money.ts'
import { useFormat } from './format.ts'

/** A figure with its unit, the unit in grey: `¥970 /月`. */
export function Figure({ children, unit }: { children: ReactNode; unit?: string }) {
  return (
    <span className="whitespace-nowrap">
      {children}
      {unit !== undefined && <span className="t13 font-normal text-ink-3"> {unit}</span>}
    </span>
  )
}

/** Money from integer fen; `short` writes ¥41.3 万 for headlines. */
export function Money({ fen, unit, short }: { fen: Fen; unit?: string; short?: boolean }) {
  const { money, moneyShort } = useFormat()
  return <Figure {...(unit === undefined ? {} : { unit })}>{short ? moneyShort(fen) : money(fen)}</Figure>
}
