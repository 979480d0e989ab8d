import clsx from 'clsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { useHotkey } from './hotkeys.tsx'
import { Icon, type IconName } from './icons.tsx'
import { Kbd } from './kbd.tsx'
import { announced, type Keys } from './keys.ts'

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  children: ReactNode
  /** `go`: the one filled act of a screen. `outlined` (default): every other. `bare`: quiet. */
  kind?: 'go' | 'outlined' | 'bare' | undefined
  icon?: IconName | undefined
  /** After the words: a direction, or the mark of a menu. */
  endIcon?: IconName | undefined
  /** Shown on the button and bound while it is on screen. */
  hotkey?: Keys | undefined
  /** The key also works while the cursor is in a text. */
  hotkeyWhileTyping?: boolean | undefined
  /** `s`: 26 px, inside rows. `l`: 52 px, the main act on a phone. */
  size?: 's' | 'm' | 'l' | undefined
  className?: string | undefined
}

const kinds = {
  go: 'border-jade-fill bg-jade-fill font-strong text-on-jade data-hovered:brightness-108 data-pressed:brightness-95',
  outlined: 'border-line-2 bg-paper text-ink data-hovered:border-edge data-hovered:bg-paper-3 data-pressed:bg-paper-3',
  bare: 'border-transparent text-ink-2 data-hovered:bg-paper-3 data-pressed:bg-paper-3',
}
/** What cannot be pressed now: no ground where it had none, and never the filled one's light letters. */
const shut = {
  go: 'data-disabled:border-line data-disabled:bg-paper-2',
  outlined: 'data-disabled:border-line data-disabled:bg-paper-2',
  bare: 'data-disabled:border-transparent data-disabled:bg-transparent',
}
const sizes = {
  s: 'touch t13 h-[26px] px-2',
  m: 't14 h-ctl',
  l: 't16 h-13 px-4',
}

/** An act. Its words say what happens, its key is printed on it. */
export function Button({
  children,
  kind = 'outlined',
  icon,
  endIcon,
  hotkey,
  hotkeyWhileTyping,
  size = 'm',
  className,
  ...rest
}: ButtonProps) {
  const ref = useButtonHotkey(hotkey, hotkeyWhileTyping, rest.isDisabled)
  return (
    <AriaButton
      {...rest}
      ref={ref}
      className={clsx(
        face,
        kinds[kind],
        shut[kind],
        sizes[size],
        size === 'm' && (kind === 'bare' ? 'px-2' : 'px-3'),
        className,
      )}
    >
      {icon && <Icon name={icon} small={size === 's'} />}
      {children}
      {endIcon && <Icon name={endIcon} small />}
      {hotkey && <Kbd keys={hotkey} onFill={kind === 'go' && rest.isDisabled !== true} />}
    </AriaButton>
  )
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'endIcon' | 'aria-label'> & {
  /** What it does: its accessible name and its tooltip. */
  label: string
  icon: IconName
}

/** A square act with an icon only; the label is its name. */
export function IconButton({
  label,
  icon,
  kind = 'outlined',
  hotkey,
  hotkeyWhileTyping,
  size = 'm',
  className,
  ...rest
}: IconButtonProps) {
  const ref = useButtonHotkey(hotkey, hotkeyWhileTyping, rest.isDisabled)
  useEffect(() => ref.current?.setAttribute('title', label), [ref, label])
  return (
    <AriaButton
      {...rest}
      ref={ref}
      aria-label={label}
      className={clsx(face, kinds[kind], shut[kind], squares[size], className)}
    >
      <Icon name={icon} small={size === 's'} />
    </AriaButton>
  )
}

const squares = { s: 'touch size-[26px]', m: 'size-ctl', l: 'size-13' }

const face =
  'inline-flex flex-none cursor-pointer items-center justify-center gap-1.5 rounded border whitespace-nowrap transition-colors data-disabled:cursor-default data-disabled:text-ink-3'

function useButtonHotkey(hotkey: Keys | undefined, whileTyping: boolean | undefined, isDisabled: boolean | undefined) {
  const ref = useRef<HTMLButtonElement>(null)
  useHotkey(
    hotkey === undefined
      ? null
      : {
          keys: hotkey,
          label: () => nameOf(ref.current),
          run: () => ref.current?.click(),
          whileTyping: whileTyping ?? false,
          enabled: isDisabled !== true,
        },
  )
  useEffect(() => {
    if (hotkey) ref.current?.setAttribute('aria-keyshortcuts', announced(hotkey))
  }, [hotkey])
  return ref
}

/** The button's words without the key printed on it. */
function nameOf(button: HTMLButtonElement | null): string {
  if (!button) return ''
  const label = button.getAttribute('aria-label')
  if (label !== null) return label
  return [...button.childNodes]
    .filter((node) => node.nodeName !== 'KBD')
    .map((node) => node.textContent)
    .join('')
}
