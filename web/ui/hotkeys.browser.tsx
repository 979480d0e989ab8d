import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Stage } from './stage.tsx'
import { TextField } from './text-field.tsx'

/** Types the way an input method does: letters and even Enter belong to it until the word is chosen. */
function compose(box: Element, key: string): void {
  box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  box.dispatchEvent(
    new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, isComposing: true, bubbles: true }),
  )
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', keyCode: 229, ctrlKey: true, bubbles: true }))
}

describe('hotkeys', () => {
  test('a button’s key is printed on it, announced, and works', async () => {
    const later = vi.fn<() => void>()
    await render(
      <Stage>
        <Button hotkey="s" onPress={later}>
          推后
        </Button>
      </Stage>,
    )
    await expect
      .element(page.getByRole('button', { name: '推后', exact: true }))
      .toHaveAttribute('aria-keyshortcuts', 's')
    await userEvent.keyboard('s')
    expect(later).toHaveBeenCalledOnce()
  })

  test('keys are silent while typing, and during composition even those that work while typing', async () => {
    const later = vi.fn<() => void>()
    const send = vi.fn<() => void>()
    await render(
      <Stage>
        <TextField label="记录" />
        <Button hotkey="s" onPress={later}>
          推后
        </Button>
        <Button hotkey="ctrl+Enter" hotkeyWhileTyping onPress={send}>
          归档
        </Button>
      </Stage>,
    )
    const box = page.getByRole('textbox')
    await box.fill('')
    await userEvent.type(box, 'sss')
    expect(later).not.toHaveBeenCalled()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(send).toHaveBeenCalledOnce()
    const element = box.element()
    compose(element, 's')
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true }),
    )
    compose(document.body, 's')
    expect(later).not.toHaveBeenCalled()
    expect(send).toHaveBeenCalledOnce()
  })

  test('the Enter that chooses a word reaches no box, also where the browser says so only by its old key code', async () => {
    const heard = vi.fn<(key: string) => void>()
    await render(
      <Stage>
        <input aria-label="查找" onKeyDown={({ key }) => heard(key)} />
      </Stage>,
    )
    const box = page.getByRole('textbox').element()
    for (const how of [{ isComposing: true }, { keyCode: 229 }])
      for (const key of ['Enter', 'Escape', 'ArrowDown'])
        box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...how }))
    expect(heard).not.toHaveBeenCalled()
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true }))
    expect(heard).toHaveBeenCalledExactlyOnceWith('Enter')
  })

  test('an open dialog keeps the page’s keys quiet', async () => {
    const page1 = vi.fn<() => void>()
    const own = vi.fn<() => void>()
    await render(
      <Stage>
        <Button hotkey="d" onPress={page1}>
          已处理
        </Button>
        <Dialog
          title="合并"
          isOpen
          onClose={() => undefined}
          acts={
            <Button hotkey="m" onPress={own}>
              合并
            </Button>
          }
        >
          …
        </Dialog>
      </Stage>,
    )
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await userEvent.keyboard('dm')
    expect(page1).not.toHaveBeenCalled()
    expect(own).toHaveBeenCalledOnce()
  })

  test('? lists the keys of this screen', async () => {
    await render(
      <Stage>
        <Button hotkey="h">转交</Button>
      </Stage>,
    )
    await userEvent.keyboard('?')
    await expect.element(page.getByRole('dialog', { name: '快捷键' }).getByText('转交')).toBeVisible()
  })

  test('Enter on a focused button presses that button, not the page’s main act', async () => {
    const main = vi.fn<() => void>()
    const other = vi.fn<() => void>()
    await render(
      <Stage>
        <Button kind="go" hotkey="Enter" onPress={main}>
          打给李姐
        </Button>
        <Button onPress={other}>推后</Button>
      </Stage>,
    )
    page.getByRole('button', { name: '推后' }).element().focus()
    await userEvent.keyboard('{Enter}')
    expect(other).toHaveBeenCalledOnce()
    expect(main).not.toHaveBeenCalled()
  })
})
