import type { Page } from '@playwright/test'
import { madeVoice, type SampleName, samples } from '#domain/coach/voice/sample.ts'
import { wavOf } from '#web/coach/voice/sound.ts'
import { expect, test } from './session.ts'

// A microphone that beeps, and leave to use it.
test.use({
  permissions: ['microphone'],
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--use-fake-device-for-media-stream'] })
  },
})

const soundOf = (name: SampleName): Float32Array => madeVoice(samples[name]).samples

const load = async (page: Page, name: string, channels: Float32Array[]): Promise<void> => {
  const button = page.getByRole('button', { name: '选择文件' })
  if (!(await button.isVisible())) await page.getByRole('button', { name: '载入录音' }).click()
  const choosing = page.waitForEvent('filechooser')
  await button.click()
  const bytes = Buffer.from(wavOf({ channels, rate: 16_000 }))
  await (await choosing).setFiles({ name, mimeType: 'audio/wav', buffer: bytes })
  await expect(take(page)).toContainText(name)
}

const take = (page: Page) => page.getByRole('region', { name: '这一段' })
const figure = (page: Page, name: string) =>
  page.getByRole('list', { name: '量到的数' }).getByRole('listitem').filter({ hasText: name })

const semitones = async (page: Page): Promise<number> => {
  const [, range = ''] = /([\d.]+) 个半音/.exec((await figure(page, '音高起伏').textContent()) ?? '') ?? []
  return Number(range)
}

test('a flat reading is named with four cures; after one of them a lively one shows the difference; figures name their stretch, and what is taught is a card only [H-38][H-45][H-46]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  await page.goto('/practice')
  await load(page, '平着读.wav', [soundOf('flat')])
  await expect(take(page)).toContainText('听起来平')
  const flat = await semitones(page)
  await expect(figure(page, '语速')).toContainText('听出 24 个字')
  await expect(figure(page, '最长的停顿')).toContainText(/第 [\d.]+ 到 [\d.]+ 秒/)
  await expect(page.getByRole('region', { name: '录音清晰度' })).toContainText('分贝')
  await page.getByRole('button', { name: '留在这台设备上' }).click()
  await expect(take(page)).toContainText('已留下')

  const cures = page.getByRole('list', { name: '读得平，四个办法' })
  await expect(cures.getByRole('listitem')).toHaveCount(4)
  await cures.getByRole('button', { name: '试这个 提起重点词' }).click()
  await load(page, '提起来读.wav', [soundOf('lively')])
  expect(await semitones(page)).toBeGreaterThan(flat + 4)
  await expect(page.getByText(/^起伏多了 [\d.]+ 个半音$/)).toBeVisible()

  await expect(page.getByRole('region', { name: '课上教的：7 / 38 / 55' })).toContainText('课上这么教')
  await page.reload()
  await page.getByRole('list', { name: '留下的' }).getByRole('link', { name: '平着读.wav' }).click()
  await expect(take(page)).toContainText('听起来平')

  await page.getByRole('button', { name: '开始录音' }).click()
  await expect(page.getByText(/^正在录 [1-9]/)).toBeVisible()
  await page.getByRole('button', { name: '停，看结果' }).click()
  await expect(take(page)).toContainText('录的')
})

test('a recording with a side on each channel shows who spoke how much and who broke in when, with the eight to talk over [H-19]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  await page.goto('/practice')
  const ours = soundOf('flat')
  const theirs = new Float32Array(ours.length)
  theirs.set(soundOf('lively').subarray(0, ours.length - 48_000), 48_000)
  await load(page, '两边.wav', [ours, theirs])
  const sides = page.getByRole('region', { name: '两边各说了多少' })
  await expect(sides).toContainText(/第 [\d.]+ 秒，客户抢了话/)
  await sides.getByText('右声道').click()
  await expect(sides).toContainText(/第 [\d.]+ 秒，我们抢了话/)
  await sides.getByText('不打断', { exact: true }).click()
  await expect(sides.getByRole('checkbox', { name: '不打断', exact: true })).toBeChecked()
})
