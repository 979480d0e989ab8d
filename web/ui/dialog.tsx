import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { HotkeyScope } from './hotkeys.tsx'
import { IconButton } from './button.tsx'
import { layerClass } from './popover.tsx'
import { useWords } from './words.ts'

export type DialogProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons, right-aligned, the main one first in reading order. */
  acts?: ReactNode
  /** 480 px, or 720 for a form with two columns. */
  wide?: boolean
}

/** Rare: the product undoes rather than asks. For what must be decided before anything else can go on. */
export function Dialog({ title, isOpen, onClose, children, acts, wide }: DialogProps) {
  const words = useWords()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      className="layer fixed inset-0 z-40 flex items-center justify-center bg-scrim p-4"
    >
      <Modal className={`${layerClass} max-h-full w-full overflow-y-auto ${wide ? 'max-w-[720px]' : 'max-w-[480px]'}`}>
        <AriaDialog className="outline-none">
          <HotkeyScope>
            <header className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-5">
              <Heading slot="title" className="t16 flex-1">
                {title}
              </Heading>
              <IconButton label={words.close} icon="x" kind="bare" onPress={onClose} />
            </header>
            <div className="px-5 py-4">{children}</div>
            {acts !== undefined && (
              <footer className="flex flex-wrap gap-2 border-t border-line px-5 py-3">{acts}</footer>
            )}
          </HotkeyScope>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
