import { beforeAll, describe, expect, test } from 'vitest'
import { choices, type Field, fieldsOf } from '#domain/customer/dossier.ts'
import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

let api: TestApi
const names: Record<CustomerKind, string> = { person: '李素珍', group: '衡川精密制造', outlet: '福顺烟酒店' }

beforeAll(async () => {
  api = await testApi()
  for (const kind of customerKinds) await aCustomer(api, names[kind], { kind, manager: 'lin' })
})

/** One value of a field's type, and another one. */
const twoOf = ({ key, type }: Field): [unknown, unknown] => {
  switch (type.is) {
    case 'text':
      return [`${key} 一`, `${key} 二`]
    case 'number':
      return [type.min, type.min + 1]
    case 'money':
      return [18_600, 19_000]
    case 'day':
      return ['2027-02-14', '2028-02-29']
    case 'flag':
      return [true, false]
    case 'choice':
      return [choices[type.of][0], choices[type.of][1]]
    case 'choices':
      return [[choices[type.of][0]], [...choices[type.of]]]
    case 'words':
      return [['先听'], ['先听', '再说']]
    case 'birthday':
      return [
        { calendar: 'lunar', year: 1979, month: 6, day: 30, leap: true },
        { calendar: 'solar', year: null, month: 4, day: 9, leap: false },
      ]
    case 'days_rule':
      return [
        { kind: 'digits', calendar: 'lunar', digits: [3, 8] },
        { kind: 'weekdays', weekdays: [2, 5] },
      ]
  }
}

describe.each(customerKinds)('every field of a %s', (kind) => {
  const params = () => ({ id: idOf(names[kind]) })
  const shown = async () => (await api.as('lin')('GET /api/customers/:id', { params: params() })).body

  test.each(fieldsOf(kind).map((field) => [field.key, field] as const))(
    '%s is written, shown, written anew, kept in the history with how it was learnt, and put back [P-09]',
    async (key, field) => {
      const [first, second] = twoOf(field)
      const write = async (value: unknown) => {
        const { version } = await shown()
        const answer = await api.as('lin')('PATCH /api/customers/:id', {
          params: params(),
          body: { baseVersion: version, source: 'visit', dossier: { [key]: value } },
        })
        expect(answer.error.reasons ?? []).toEqual([])
        expect(answer.status).toBe(200)
        return answer.body.version
      }
      const held = async () => (await shown()).dossier[key]
      await write(first)
      const before = await held()
      if (field.personal) expect(before).toContain('****')
      else expect(before).toEqual(first)
      const version = await write(second)
      const { changes } = (await api.as('lin')('GET /api/customers/:id/history', { params: params() })).body
      expect(changes[0]).toMatchObject({ field: key, by: '林晓岚', source: 'visit', version })
      await api.as('lin')('POST /api/customers/:id/restore', { params: params(), body: { field: key, version } })
      expect(await held()).toEqual(before)
    },
  )
})
