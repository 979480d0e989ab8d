import { expect, test } from './session.ts'

test('a manager sees own customers and those backed up; another’s is refused by its address, with the reason [P-02]', async ({
  page,
  signIn,
}) => {
  await signIn('wu')
  const mine = await page.request.get('/api/customers?limit=1')
  const { rows } = (await mine.json()) as { rows: { id: string; name: string }[] }
  const [first] = rows
  if (!first) throw new Error('wu keeps nobody')
  await page.goto(`/customers/${first.id}`)
  await expect(page.getByRole('heading', { name: first.name })).toBeVisible()
  await signIn('lin')
  await page.goto(`/customers/${first.id}`)
  await expect(page.getByRole('alert')).toContainText('不在您的范围内')
  await expect(page.getByText(first.name)).toHaveCount(0)
})
