import type { Problem } from './facts.ts'
import type { AcceptedRow } from './validate.ts'

/**
 * Remembers what a file has said already and refuses the second telling: a customer's code twice, an order number twice, the same
 * customer's bill of the same month and kind twice. The first row stands. Touches may repeat.
 */
export const repeatRule = (headerOfCode: string | null): ((record: AcceptedRow) => Problem[]) => {
  const seen = new Map<string, number>()
  const first = (key: string, row: number): number | null => {
    const before = seen.get(key)
    if (before === undefined) seen.set(key, row)
    return before ?? null
  }
  return (record) => {
    const { row, code, target, bills } = record
    if (target === 'bill') {
      return bills.flatMap(({ month, billKind }): Problem[] => {
        const firstRow = first(`${code}\n${month}\n${billKind}`, row)
        return firstRow === null
          ? []
          : [{ row, field: headerOfCode, said: { code: 'bill.repeated', params: { code, month, firstRow } } }]
      })
    }
    const order = record.fields['orderNumber']
    if (target === 'touch' || (target === 'order' && order === undefined)) return []
    // One order has a row for each product.
    const key = target === 'order' ? `${code}\n${order}\n${record.fields['orderProduct'] ?? ''}` : code
    const firstRow = first(key, row)
    const named = target === 'order' ? String(order) : code
    return firstRow === null
      ? []
      : [{ row, field: headerOfCode, said: { code: 'code.repeated', params: { code: named, firstRow } } }]
  }
}
