import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HeardNeed, withNeedsHeard } from './needs-heard.ts'

const none = { implied: [], explicit: [] }

describe('needs heard in a contact [H-28]', () => {
  test('stand as implied until the customer says it has to change, then among the explicit ones only', () => {
    const first = withNeedsHeard(none, [{ text: '月底对账费事', explicit: false }])
    expect(first).toEqual({ implied: ['月底对账费事'], explicit: [] })
    const then = withNeedsHeard(first, [{ text: '月底对账费事', explicit: true }])
    expect(then).toEqual({ implied: [], explicit: ['月底对账费事'] })
  })

  test('take the line they join along with its words', () => {
    const record = { implied: ['备用路由器', '账单分店'], explicit: [] }
    const heard: HeardNeed[] = [{ text: '必须双频的', joins: '备用路由器', explicit: true }]
    const filed = withNeedsHeard(record, heard)
    expect(filed).toEqual({ implied: ['账单分店'], explicit: ['备用路由器，必须双频的'] })
    expect(withNeedsHeard(filed, heard)).toEqual(filed)
  })

  test('stay explicit when more is said of them more calmly', () => {
    const record = { implied: [], explicit: ['备用路由器'] }
    expect(withNeedsHeard(record, [{ text: '双频的', joins: '备用路由器', explicit: false }])).toEqual({
      implied: [],
      explicit: ['备用路由器，双频的'],
    })
  })

  test('are never on both lists, never lost, and filed twice are as filed once', () => {
    const words = fc.constantFrom('分开账单', '备用路由器', '老人用的套餐', '境外上网提醒')
    const need = fc.record({ text: words, explicit: fc.boolean() })
    fc.assert(
      fc.property(fc.array(need, { maxLength: 8 }), (heard) => {
        const filed = withNeedsHeard(none, heard)
        const all = [...filed.implied, ...filed.explicit]
        expect(new Set(all).size).toBe(all.length)
        for (const { text } of heard) expect(all).toContain(text)
        for (const { text, explicit } of heard) if (explicit) expect(filed.explicit).toContain(text)
        expect(withNeedsHeard(filed, heard)).toEqual(filed)
      }),
    )
  })
})
