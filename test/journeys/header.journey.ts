import { startedRun } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

test.use({ locale: 'en-GB' })

test('a long name leaves the head of a contact in order: one line beside the switch, the call in sight @phone', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const name = 'Northwind Cold Chain and Logistics Company'
  await aCustomer(page, name, { kind: 'group', phone: '13900112233' })
  await page.goto(`/contact/${await startedRun(page.request, name)}`)
  const boxOf = async (part: ReturnType<typeof page.getByRole>) => {
    const box = await part.boundingBox()
    if (!box) throw new Error('Not in sight')
    return { ...box, middle: box.y + box.height / 2, end: box.x + box.width }
  }
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toContainText('Northwind')
  const [head, call, view] = [
    await boxOf(title),
    await boxOf(title.getByRole('link')),
    await boxOf(page.getByText('Customer view', { exact: true })),
  ]
  expect(Math.abs(head.middle - view.middle)).toBeLessThan(8)
  expect(head.y).toBeGreaterThanOrEqual(4)
  expect(call.end).toBeLessThanOrEqual(head.end + 1)
  expect(view.end).toBeLessThanOrEqual(390)
})
