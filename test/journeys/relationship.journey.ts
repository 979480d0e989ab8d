import { connect, file, startWith } from './procedures.ts'
import { aCustomer, expect, test } from './session.ts'

test('caring is done from the page in four ways, and “we will” becomes a promise with a day; thanks reach who earned them as they were said; what a contact took is for one’s own eyes [R-23][R-26][R-27]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('ma')
  const id = await aCustomer(page, '谈致远', { phone: '13005550726' })
  await page.goto(`/customers/${id}`)
  const care = page.getByRole('region', { name: '关心', exact: true })
  await care.getByRole('button', { name: '了解处境' }).click()
  const form = page.getByRole('dialog', { name: '了解处境' })
  await form.getByRole('textbox', { name: '客户现在是什么情况？' }).fill('父亲住院，白天在医院，晚上才接电话')
  await form.getByRole('button', { name: '记下' }).click()
  await expect(care.getByText('父亲住院，白天在医院')).toBeVisible()

  await care.getByRole('button', { name: '一起解决' }).click()
  const solve = page.getByRole('dialog', { name: '一起解决' })
  await solve.getByRole('textbox', { name: '打算和客户一起怎么办？' }).fill('我来给医院那头办一张探视热点')
  await expect(solve.getByText('这句话是答应客户的，哪天办到')).toBeVisible()
  await solve.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('记下了，也记成了承诺')).toBeVisible()
  await expect(page.getByRole('region', { name: '承诺' }).getByText('我来给医院那头办一张探视热点')).toBeVisible()

  await care.getByRole('button', { name: '替客户争取' }).click()
  const stood = page.getByRole('dialog', { name: '替客户争取了什么' })
  await stood.getByRole('textbox', { name: /^争取什么/ }).fill('夜里也能修')
  await stood.getByRole('textbox', { name: /^向谁提的/ }).fill('网络部')
  await stood.getByRole('button', { name: '记下' }).click()
  await expect(page.getByRole('region', { name: '替客户争取' })).toContainText('夜里也能修')

  await care.getByRole('button', { name: '客户道谢' }).click()
  const thanks = page.getByRole('dialog', { name: '客户道谢' })
  await thanks.getByRole('textbox', { name: '客户怎么说的' }).fill('小马，难为你想着，老人家也说谢谢')
  await thanks.getByRole('button', { name: '记下' }).click()
  await expect(care.getByText('难为你想着')).toBeVisible()

  await startWith(page, id, '关怀电话')
  await connect(page)
  await file(page)
  const strain = page.getByRole('region', { name: '这通累不累？只有自己看得到' })
  await strain.getByRole('button', { name: '有点累' }).click()
  await expect(strain.getByRole('button', { name: '有点累' })).toHaveAttribute('aria-pressed', 'true')

  await page.goto('/me/week')
  await expect(page.getByRole('region', { name: '客户谢我的' }).getByText('老人家也说谢谢')).toBeVisible()
  const contact = page.getByRole('list', { name: '这周的接触，累不累' }).getByRole('listitem', { name: '谈致远' })
  await expect(contact.getByRole('button', { name: '有点累' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('textbox', { name: '这一周想谢谁，为什么' }).fill('谢谢家里人，这周天天晚归')
  await page.getByRole('button', { name: '存下' }).click()
  await expect(page.getByRole('list', { name: '写一行谢谢' }).getByText('谢谢家里人，这周天天晚归')).toBeVisible()

  // a lead reads the customer's page, and nothing of the week
  const lead = await other('gu')
  await lead.goto(`/customers/${id}`)
  await expect(lead.getByText('难为你想着')).toBeVisible()
  await lead.goto('/me/week')
  await expect(lead.getByRole('region', { name: '客户谢我的' })).toBeVisible()
  await expect(lead.getByText('谈致远')).toHaveCount(0)
  await expect(lead.getByText('这周天天晚归')).toHaveCount(0)
})
