import { connect, file, startWith, steps } from './procedures.ts'
import { aCustomer, expect, test } from './session.ts'

/** Procedures that are the same for every kind of customer, and those for some; the others have journeys of their own. */
const kinds = [
  {
    kind: 'person',
    of: 'a person',
    name: '各类个人',
    by: 'han',
    led: ['换人交接', '走了以后再问一声', '生日问候', '余额提醒'],
  },
  { kind: 'group', of: 'a group', name: '各类集团', by: 'han', led: ['换人交接', '走了以后再问一声', '余额提醒'] },
  { kind: 'outlet', of: 'an outlet', name: '各类零售户', by: 'lu', led: ['换人交接', '走了以后再问一声'] },
] as const

for (const { kind, of, name, by, led } of kinds)
  test(`handover, win-back and care run from the first step to the log with ${of} [R-17][R-16][H-41]`, async ({
    page,
    signIn,
  }) => {
    await signIn(by)
    const id = await aCustomer(page, name, { kind })
    for (const playbook of led) {
      await startWith(page, id, playbook)
      await connect(page)
      await file(page)
      await expect(steps(page)).toContainText('归档')
    }
    await page.goto(`/customers/${id}`)
    await expect(page.getByRole('region', { name: '往来' }).getByRole('listitem')).toHaveCount(led.length)
  })
