import type { Locator, Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { connect, startWith, steps } from './procedures.ts'
import { aCustomer, expect, test } from './session.ts'

const openEditor = async (page: Page, key: string): Promise<void> => {
  await page.goto(`/playbooks/${key}`)
  await expect(page.getByRole('tab', { name: '填写' })).toBeVisible()
}

/** A playbook of the journey's own, begun from the words of another. */
const beginFrom = async (page: Page, title: string, id: string): Promise<void> => {
  await page.goto('/playbooks')
  await page.getByRole('button', { name: '新流程' }).click()
  await page.getByRole('combobox', { name: '从哪个起步' }).fill(title)
  await page.getByRole('option', { name: title, exact: true }).first().click()
  await page.getByRole('textbox', { name: /^编号/ }).fill(id)
  await page.getByRole('button', { name: '开始写' }).click()
  await expect(page.getByRole('tab', { name: '填写' })).toBeVisible()
}

const goToStep = (page: Page, title: string) =>
  page
    .getByRole('navigation', { name: '步骤' })
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .click()

const kept = (page: Page) => expect(page.getByText('草稿已存')).toBeVisible()

const publish = async (page: Page, change: string | RegExp, version: number): Promise<void> => {
  await page.getByRole('button', { name: '发布…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(change)
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`第 ${version} 版已发布`)).toBeVisible()
}

test('a lead writes a playbook, rehearses it and publishes; a contact under way finishes on the version it began with', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('gu')
  await beginFrom(page, '答应的事要晚', 'late-word')
  await page.getByLabel('名称 · 中文').fill('晚一步先说')
  await kept(page)
  await publish(page, '这是新流程', 1)
  const manager = await other('han')
  const id = await aCustomer(manager, '郝先说', { phone: '13005551101' })
  await startWith(manager, id, '晚一步先说')
  await connect(manager)

  await goToStep(page, '先说')
  const words = page.getByRole('group', { name: '话术 1' }).getByLabel('缺事实时 · 中文')
  await words.fill('您好，先跟您说一声：会晚两天，对不起。')
  await kept(page)
  await page.getByRole('tab', { name: '预演' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^接通了/ }).click()
  await expect(steps(page)).toContainText('您好，先跟您说一声：会晚两天，对不起。')
  await expect(page.getByText('什么都不存', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: '填写' }).click()
  await publish(page, '缺事实时（中文）', 2)

  await manager.reload()
  await expect(steps(manager)).toContainText('先说')
  await expect(steps(manager)).not.toContainText('会晚两天')
  const second = await aCustomer(manager, '郝再说', { phone: '13005551102' })
  await startWith(manager, second, '晚一步先说')
  await connect(manager)
  await expect(steps(manager)).toContainText('会晚两天')

  await page.getByRole('tab', { name: '版本' }).click()
  await page.getByRole('button', { name: '用回这一版：第 1 版' }).click()
  await expect(page.getByText('现在用的是第 1 版')).toBeVisible()
  await page.getByRole('button', { name: '停用这个流程' }).click()
  await expect(page.getByText('已停用，谁也不会用到它')).toBeVisible()
})

test('what is missing is shown beside its field and by its line; the form and the text are one draft', async ({
  page,
  signIn,
}) => {
  await signIn('tang')
  await beginFrom(page, '网络施工告知', 'work-word')
  await page.getByLabel('名称 · 英文').fill('')
  await expect(page.getByText('缺英文 1 处')).toBeVisible()
  await expect(page.getByText('内容是空的，请写上。').first()).toBeVisible()
  await page.getByLabel('名称 · 英文').fill('Word of works')
  await expect(page.getByText('没有要改的')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('名称 · 英文')).not.toHaveValue('Word of works')
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByLabel('名称 · 英文')).toHaveValue('Word of works')

  await page.getByRole('tab', { name: '文本' }).click()
  const text = page.getByRole('textbox', { name: '流程的文本（YAML）' })
  const sound = await text.inputValue()
  await text.fill(sound.replace('kind: talk', 'kind: chat'))
  const line = sound.split('\n').findIndex((one) => one.includes('kind: talk')) + 1
  await expect(page.getByText('还没收下：改好下面这几处')).toBeVisible()
  await expect(page.getByRole('list', { name: '要改的地方' })).toContainText(`第 ${line} 行`)
  await text.fill(sound.replace('en: "Word of works"', 'en: "Works tonight"'))
  await expect(page.getByText('和“填写”一致')).toBeVisible()
  await page.getByRole('tab', { name: '填写' }).click()
  await expect(page.getByLabel('名称 · 英文')).toHaveValue('Works tonight')
  await kept(page)
  await expect(page.getByRole('button', { name: '发布…' })).toBeHidden()
  await page.reload()
  await expect(page.getByLabel('名称 · 英文')).toHaveValue('Works tonight')
})

test('a fact is offered with its meaning while typing; steps change places by the keyboard', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await beginFrom(page, '答应的事要晚', 'slot-word')
  await goToStep(page, '这几天怎么办')
  const words = page.getByRole('group', { name: '话术 1' }).getByRole('textbox', { name: '初次 · 中文' })
  await words.fill('这几天先这样，')
  await words.press('End')
  await page.keyboard.type('{{称呼')
  await expect(page.getByRole('listbox', { name: '可填的事实' }).getByRole('option').first()).toContainText('address')
  await page.keyboard.press('Enter')
  await expect(words).toHaveValue('这几天先这样，{{address}}')
  await page.getByRole('button', { name: /^拖动这几天怎么办/ }).press('ArrowUp')
  await expect(page.getByRole('navigation', { name: '步骤' }).getByRole('listitem').nth(1)).toContainText(
    '这几天怎么办',
  )
  await kept(page)
})

test('two write on one draft: what each wrote apart is joined, the same place is chosen between', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('gu')
  await beginFrom(page, '答应的事要晚', 'two-words')
  await page.getByLabel('名称 · 中文').fill('两个人写')
  await kept(page)
  const second = await other('tang')
  await openEditor(second, 'two-words')
  await second.getByLabel('目的 · 中文').fill('唐老师写的目的')
  await kept(second)
  await page.getByLabel('名称 · 英文').fill('Written by two')
  await expect(page.getByText('唐玥 也在改，已经合在一起。')).toBeVisible()
  await expect(page.getByLabel('目的 · 中文')).toHaveValue('唐老师写的目的')
  await kept(page)
  await second.getByLabel('名称 · 中文').fill('唐老师的名称')
  await expect(second.getByText(/也在改，已经合在一起/)).toBeVisible()
  await kept(second)
  await page.getByLabel('名称 · 中文').fill('顾班长的名称')
  const choice = page.getByRole('alert', { name: /两个人写得不一样/ })
  await expect(choice).toContainText('顾班长的名称')
  await choice.getByRole('button', { name: '用这句' }).nth(1).click()
  await expect(page.getByLabel('名称 · 中文')).toHaveValue('唐老师的名称')
  await expect(choice).toBeHidden()
})

test('a pack goes out as a file with the branch’s own words; before it is taken in one sees what would change', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await page.goto('/playbooks')
  await expect(page.getByRole('grid', { name: '流程' })).toContainText('本单位改的')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出“烟草”' }).click()
  const file = await (await download).path()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(file)
  const found = page.getByRole('region', { name: '导入内容包（.zip）' })
  await expect(found).toContainText('和现在用的完全一样，不用导入')
  await found.getByRole('button', { name: '不导入了' }).click()
  const again = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await again).setFiles({ name: 'broken.zip', mimeType: 'application/zip', buffer: Buffer.from('not a zip') })
  await expect(found.getByRole('alert')).toContainText('这个文件打不开')
})

const written = (texts: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)]))))

const importFile = async (page: Page, buffer: Buffer): Promise<Locator> => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer })
  return page.getByRole('region', { name: '导入内容包（.zip）' })
}

test('words and a form changed in a pack’s file are used once it is taken in; a mistake leaves all as it was [S-30][P-19]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('gu')
  await page.goto('/playbooks')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出“通信”' }).click()
  const files = unzipSync(await readFile(await (await download).path()))
  const texts = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
  const [form, script] = ['telecom/forms/plan-change.yaml', 'telecom/scripts/travel.yaml']
  const head = /^title: .*$/m
  const changed = {
    'telecom/pack.yaml': texts['telecom/pack.yaml'] ?? '',
    [form]: (texts[form] ?? '').replace(head, 'title: { zh: "套餐改动确认单", en: "Change of plan, agreed" }'),
    [script]: (texts[script] ?? '').replace(head, 'title: { zh: "出差和旅行", en: "Trips and travel" }'),
  }
  const broken = await importFile(
    page,
    written({ ...changed, [form]: changed[form]?.replace(/, en: "Change .*$/m, ' }') ?? '' }),
  )
  await expect(broken.getByRole('alert')).toContainText('forms/')
  await expect(broken.getByRole('alert')).toContainText('缺英文')
  await expect(broken.getByRole('button', { name: '导入并启用' })).toBeHidden()
  await broken.getByRole('button', { name: '不导入了' }).click()

  const found = await importFile(page, written(changed))
  await expect(found).toContainText('套餐改动确认单')
  await expect(found).toContainText('出差和旅行')
  await found.getByRole('button', { name: '导入并启用' }).click()
  await expect(page.getByText('导入了 2 个其他文件', { exact: false })).toBeVisible()
  const ours = page.getByRole('region', { name: '本单位在用的导入文件' })
  await expect(ours).toContainText('套餐改动确认单')

  const manager = await other('lin')
  await manager.goto('/scripts')
  await expect(manager.getByText('出差和旅行').first()).toBeVisible()
  const id = await aCustomer(manager, '甘改套餐', { phone: '13005551177' })
  await manager.goto(`/forms/new?form=plan-change&customer=${id}`)
  await expect(manager.getByRole('combobox', { name: /^哪一种/ })).toHaveValue('套餐改动确认单')

  await ours.getByRole('button', { name: '“出差和旅行”用回包里的' }).click()
  await expect(ours).not.toContainText('出差和旅行')
  await ours.getByRole('button', { name: '“套餐改动确认单”用回包里的' }).click()
  await expect(ours).toBeHidden()
})
