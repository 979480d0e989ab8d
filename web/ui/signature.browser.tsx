import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type Signed, SignatureMark, SignaturePad } from './signature.tsx'
import { Stage } from './stage.tsx'

const shown = (onSign: (signed: Signed) => void) =>
  render(
    <Stage>
      <SignaturePad label="客户签字" name="程立军" onSign={onSign} />
    </Stage>,
  )

test('a name typed is a signature by itself, from the keyboard alone', async () => {
  const onSign = vi.fn<(signed: Signed) => void>()
  await shown(onSign)
  await page.getByRole('textbox', { name: /签字人姓名/ }).fill('程立军 ')
  await userEvent.keyboard('{Tab}{Enter}')
  expect(onSign).toHaveBeenCalledWith({ name: '程立军', path: null })
})

test('what was drawn comes out as strokes in the box', async () => {
  const onSign = vi.fn<(signed: Signed) => void>()
  await shown(onSign)
  const pad = page.getByRole('img', { name: /手写板/ })
  await userEvent.dragAndDrop(pad, pad, { sourcePosition: { x: 20, y: 20 }, targetPosition: { x: 90, y: 40 } })
  await page.getByRole('button', { name: '签好了' }).click()
  expect(onSign.mock.calls[0]?.[0].path).toMatch(/^M\d+ \d+(L\d+ \d+)+$/)
})

test('nobody signs without a name', async () => {
  await render(
    <Stage>
      <SignaturePad label="客户签字" onSign={() => undefined} />
      <SignatureMark name="李素珍" path={null} />
    </Stage>,
  )
  await expect.element(page.getByRole('button', { name: '以姓名签字' })).toBeDisabled()
  await expect.element(page.getByText('李素珍')).toBeVisible()
})
