import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { HotkeyScope } from './hotkeys.tsx'
import { useWords } from './words.ts'

export type DrawerProps = {
  title: string
  remark?: ReactNode
  /** `bottom` for the thumb, `right` for facts beside a list. */
  side?: 'right' | 'left' | 'bottom'
  children: ReactNode | ((close: () => void) => ReactNode)
  /** Given when the caller holds the state; inside a `DrawerTrigger` leave both out. */
  isOpen?: boolean
  onClose?: () => void
}

const sides = {
  right: 'inset-y-0 right-0 w-[min(420px,100vw)] border-l',
  left: 'inset-y-0 left-0 w-[min(320px,88vw)] border-r',
  bottom: 'inset-x-0 bottom-0 max-h-[88dvh] rounded-t border-t pb-[env(safe-area-inset-bottom)]',
}

/** A button and its drawer: `<DrawerTrigger><Button/><Drawer/></DrawerTrigger>`. */
export const DrawerTrigger = DialogTrigger

/** A pane that comes in from the edge: on a phone what a wide screen shows beside the list. */
export function Drawer({ title, remark, side = 'right', children, isOpen, onClose }: DrawerProps) {
  const words = useWords()
  const held = isOpen === undefined ? {} : { isOpen, onOpenChange: (open: boolean) => (open ? undefined : onClose?.()) }
  return (
    <ModalOverlay {...held} isDismissable className="layer fixed inset-0 z-40 bg-scrim">
      <Modal
        data-side={side}
        className={clsx('drawer fixed overflow-y-auto border-line-2 bg-paper text-ink', sides[side])}
      >
        <Dialog className="outline-none">
          {({ close }) => (
            <HotkeyScope>
              <header className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-paper py-1.5 pr-2 pl-5">
                <Heading slot="title" className="t16">
                  {title}
                </Heading>
                {remark !== undefined && <span className="t12 text-ink-3">{remark}</span>}
                <IconButton label={words.close} icon="x" kind="bare" onPress={close} className="ml-auto" />
              </header>
              <div className="px-5 pb-5">{typeof children === 'function' ? children(close) : children}</div>
            </HotkeyScope>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
