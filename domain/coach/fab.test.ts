import { describe, expect, test } from 'vitest'
import { type Fab, fabSample, fabSentence } from './fab.ts'

const slots = (more: Partial<Fab> = {}): Fab => ({ ...fabSample.zh, ...more })
const code = (fab: Fab): string | null => {
  const said = fabSentence(fab, 'zh')
  return said.ok ? null : said.error.code
}

describe('feature, advantage, benefit [H-30]', () => {
  test('make one sentence in this order, joined by because and if', () => {
    expect(fabSentence(fabSample.zh, 'zh')).toMatchObject({
      value: '因为这条线路是双路由，所以一路断了另一路马上顶上；如果您用上，月底对账、刷卡都不用等。',
    })
    expect(fabSentence(fabSample.en, 'en')).toMatchObject({
      value:
        'Because the line comes in by two routes, one takes over at once when the other fails; if you take it, your month-end and your card payments never wait.',
    })
  })

  test('are refused with the slot that is empty, the benefit above all', () => {
    expect(code(slots({ benefit: ' ' }))).toBe('fab.benefitMissing')
    expect(code(slots({ advantage: '' }))).toBe('fab.advantageMissing')
    expect(code(slots({ feature: '', benefit: '' }))).toBe('fab.featureMissing')
  })

  test('do not say a joining word twice', () => {
    const said = fabSentence(
      { feature: '因为基站就在楼上。', advantage: '所以信号稳，', benefit: '这样一来，您就不用跑到窗口打电话' },
      'zh',
    )
    expect(said).toMatchObject({ value: '因为基站就在楼上，所以信号稳；如果您用上，不用跑到窗口打电话。' })
    expect(
      fabSentence({ feature: 'Because VPN is included', advantage: 'So it is safe.', benefit: 'You save time' }, 'en'),
    ).toMatchObject({
      value: 'Because VPN is included, it is safe; if you take it, you save time.',
    })
  })
})
