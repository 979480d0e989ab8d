import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Select } from './select.tsx'
import { Stage } from './stage.tsx'

const channels = [
  { id: 'call', label: '电话' },
  { id: 'visit', label: '拜访' },
]

const mouse = {
  bubbles: true,
  cancelable: true,
  composed: true,
  pointerType: 'mouse',
  pointerId: 1,
  button: 0,
  width: 1,
}

test('a press that opened the list and ends over one of its options chooses nothing; a press on the option does', async () => {
  const chosen = vi.fn()
  await render(
    <Stage>
      <Select label="在哪里" options={channels} value="call" onChange={chosen} />
    </Stage>,
  )
  const trigger = page.getByRole('button', { name: /在哪里/ }).element()
  trigger.dispatchEvent(new PointerEvent('pointerdown', mouse))
  const option = page.getByRole('option', { name: '拜访' })
  await expect.element(option).toBeVisible()
  option.element().dispatchEvent(new PointerEvent('pointerup', mouse))
  await new Promise(requestAnimationFrame)
  expect(chosen).not.toHaveBeenCalled()
  await expect.element(option).toBeVisible()
  await option.click()
  expect(chosen).toHaveBeenCalledExactlyOnceWith('visit')
})
