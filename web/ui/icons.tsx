import clsx from 'clsx'

/** Drawn on 20 units with a 1.5 px stroke at any size. */
const drawings = {
  today:
    'M10 6.75a3.25 3.25 0 1 1 0 6.5 3.25 3.25 0 0 1 0-6.5M10 2.5v1.75M10 15.75v1.75M2.5 10h1.75M15.75 10h1.75M4.7 4.7l1.25 1.25M14.05 14.05l1.25 1.25M4.7 15.3l1.25-1.25M14.05 5.95l1.25-1.25',
  people:
    'M8 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6M2.5 16.5c.6-3 2.8-4.5 5.5-4.5s4.9 1.5 5.5 4.5M13 4.2a3 3 0 0 1 0 5.6M15 12.4c1.4.7 2.2 2.1 2.5 4.1',
  person: 'M10 3.75a3.25 3.25 0 1 1 0 6.5 3.25 3.25 0 0 1 0-6.5M3.75 17c.6-3.4 3.1-5 6.25-5s5.65 1.6 6.25 5',
  group: 'M4.5 17V4.5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1V17M12.5 8.5h2a1 1 0 0 1 1 1V17M2.75 17h14.5M7 7h3M7 10h3M7 13h3',
  outlet:
    'M3 8l1.25-4.5h11.5L17 8M4 10.5v6h12v-6M3 8a2.33 2.33 0 0 0 4.67 0 2.33 2.33 0 0 0 4.66 0A2.33 2.33 0 0 0 17 8M8 16.5v-4h4v4',
  phone:
    'M4 3.5h3l1.5 3.75-1.9 1.3a9 9 0 0 0 4.85 4.85l1.3-1.9L16.5 13v3a1 1 0 0 1-1 1C8.6 17 3 11.4 3 4.5a1 1 0 0 1 1-1z',
  message: 'M4 4h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9l-3.5 3v-3H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z',
  script: 'M4 4h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9l-3.5 3v-3H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM6.5 7.5h7M6.5 10.5h4.5',
  mail: 'M3 5h14v10H3zM3 5.5l7 5.5 7-5.5',
  visit: 'M5 17V3.5h8V17M3 17h14M10.5 10.25v.01M13 5h2v12',
  promise: 'M16.9 8.2A7.25 7.25 0 1 1 13.6 3.7M7 9.5l3 3 7-7.5',
  expect: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
  keep: 'M4 10a6 6 0 0 1 10.5-4M16 10a6 6 0 0 1-10.5 4M14.75 3v3.25H11.5M5.25 17v-3.25H8.5',
  case: 'M3 11.5l2-7h10l2 7v4a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM3 11.5h4l1 2h4l1-2h4',
  chance: 'M3.5 14L8 9.5l3 3 5.5-6M12.5 6.5h4v4',
  campaign: 'M3.5 8.5v3.5h2.75L13 15.5V5L6.25 8.5zM15.25 8a3 3 0 0 1 0 4.5M6.5 12l1 4h2',
  benefit:
    'M4 9v7.5h12V9M3 6h14v3H3zM10 6v10.5M10 6C8.5 6 6.5 5.5 6.5 4.25S8.75 2.75 10 6c1.25-3.25 3.5-3 3.5-1.75S11.5 6 10 6',
  learn: 'M10 5.5C8.5 4.4 6.5 4 3.5 4v11c3 0 5 .4 6.5 1.5 1.5-1.1 3.5-1.5 6.5-1.5V4c-3 0-5 .4-6.5 1.5zM10 5.5v11',
  team: 'M3.5 16.5h13M5.5 13.5v-4M10 13.5v-9M14.5 13.5v-6',
  settings:
    'M3 6h8.5M15.5 6H17M13.5 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4M3 14h1.5M8.5 14H17M6.5 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
  search: 'M9 3.75a5.25 5.25 0 1 1 0 10.5 5.25 5.25 0 0 1 0-10.5M13 13l3.75 3.75',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  down: 'M6 8l4 4 4-4',
  up: 'M6 12l4-4 4 4',
  left: 'M12 6l-4 4 4 4',
  right: 'M8 6l4 4-4 4',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M10 6v4l2.75 1.75',
  check: 'M4.5 10.5L8 14l7.5-8',
  x: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  plus: 'M10 4.5v11M4.5 10h11',
  minus: 'M4.5 10h11',
  again: 'M16 4v4h-4M4 16v-4h4M15.6 8A6 6 0 0 0 5 6.4M4.4 12A6 6 0 0 0 15 13.6',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M7 4.5L3.5 8 7 11.5',
  alert: 'M10 3.5L17.25 16H2.75zM10 8.25v3.5M10 13.9v.1',
  note: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M10 9.25v4M10 6.6v.1',
  calm: 'M3 8c2.3-2.3 4.7-2.3 7 0s4.7 2.3 7 0M3 13c2.3-2.3 4.7-2.3 7 0s4.7 2.3 7 0',
  calendar:
    'M4 5h12a.75.75 0 0 1 .75.75v10a.75.75 0 0 1-.75.75H4a.75.75 0 0 1-.75-.75v-10A.75.75 0 0 1 4 5zM3.25 8.75h13.5M7 3v3M13 3v3',
  file: 'M5 3.5h6.5L15 7v9.5H5zM11.5 3.5V7H15',
  upload: 'M10 13V4M6.5 7.25L10 3.75l3.5 3.5M4 13v3h12v-3',
  download: 'M10 3.75v9M6.5 9.5l3.5 3.5 3.5-3.5M4 13v3h12v-3',
  flag: 'M5 17V3.5h9.5L12.5 7l2 3.5H5',
  eye: 'M2.5 10S5.25 5 10 5s7.5 5 7.5 5-2.75 5-7.5 5-7.5-5-7.5-5zM10 7.75a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5',
  hidden:
    'M4.2 7.4A13 13 0 0 0 2.5 10S5.25 15 10 15c1.1 0 2.1-.27 3-.68M7.6 5.4A7.3 7.3 0 0 1 10 5c4.75 0 7.5 5 7.5 5s-.6 1.1-1.75 2.3M3.5 3.5l13 13',
  camera:
    'M3.5 6.5h3l1.25-2h4.5l1.25 2h3a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V7.5a1 1 0 0 1 1-1zM10 8.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5',
  pin: 'M10 17s5.25-4.6 5.25-8.75a5.25 5.25 0 0 0-10.5 0C4.75 12.4 10 17 10 17zM10 6.5a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5',
  truck:
    'M2.5 5h9v9h-9zM11.5 8h3.25L17.5 11v3h-6M6 13a1.75 1.75 0 1 1 0 3.5A1.75 1.75 0 0 1 6 13M14 13a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5',
  offline: 'M6 15.5h8.25a3 3 0 0 0 .9-5.85A5 5 0 0 0 6.9 6.6M4.9 9A3.4 3.4 0 0 0 6 15.5M3 3l14 14',
  print: 'M6 7V3.5h8V7M6 14H3.5V7h13v7H14M6 11.5h8v5H6z',
  edit: 'M4 16l.75-3.25L13.5 4 16 6.5l-8.75 8.75zM11.75 5.75l2.5 2.5',
  trash: 'M4 5.75h12M8 5.5V3.75h4V5.5M5.5 5.75l.75 10.75h7.5l.75-10.75M8.5 9v4.5M11.5 9v4.5',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  filter: 'M3.5 5h13M6 10h8M8.5 15h3',
  columns: 'M3.5 4.5h13v11h-13zM8 4.5v11M12.25 4.5v11',
  mic: 'M10 3.25A2.25 2.25 0 0 1 12.25 5.5v4a2.25 2.25 0 0 1-4.5 0v-4A2.25 2.25 0 0 1 10 3.25M5 9.5a5 5 0 0 0 10 0M10 14.5v2.75M7.5 17.25h5',
  play: 'M6.5 4.5v11l9-5.5z',
  pause: 'M7 4.5v11M13 4.5v11',
  star: 'M10 3.25l2.05 4.3 4.7.6-3.45 3.25.88 4.65L10 13.8l-4.18 2.25.88-4.65L3.25 8.15l4.7-.6z',
  link: 'M8.25 11.75a3 3 0 0 0 4.25 0l3-3a3 3 0 0 0-4.25-4.25l-1 1M11.75 8.25a3 3 0 0 0-4.25 0l-3 3a3 3 0 0 0 4.25 4.25l1-1',
  drag: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
  transfer: 'M3.5 7h12M12.5 4l3 3-3 3M16.5 13h-12M7.5 10l-3 3 3 3',
  later: 'M10 3a7 7 0 1 1-6.6 4.65M3 3.75v4h4M10 6.5V10l2.5 1.5',
  sun: 'M10 6.75a3.25 3.25 0 1 1 0 6.5 3.25 3.25 0 0 1 0-6.5M10 2.5v1.75M10 15.75v1.75M2.5 10h1.75M15.75 10h1.75',
  moon: 'M16.5 11.75A6.75 6.75 0 0 1 8.25 3.5a6.75 6.75 0 1 0 8.25 8.25z',
  exit: 'M8 4H4.5v12H8M12 6.5L15.5 10 12 13.5M15 10H8',
  key: 'M7 7.75a3.25 3.25 0 1 1 0 6.5 3.25 3.25 0 0 1 0-6.5M10 10h7M14.5 10v2.75',
  shield: 'M10 3l6 2v4.5c0 3.6-2.4 6.2-6 7.5-3.6-1.3-6-3.9-6-7.5V5z',
  compare: 'M4 5.5h5v9H4zM11 3.5h5v13h-5z',
} as const

export type IconName = keyof typeof drawings

export const iconNames = Object.keys(drawings) as IconName[]

/** An icon never speaks for itself: the control that holds it carries the name, so it is hidden from assistive technology. */
export function Icon({ name, small, className }: { name: IconName; small?: boolean; className?: string | undefined }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className={clsx(
        'inline-block flex-none',
        small ? 'size-3.5 align-[-2px]' : 'size-[18px] align-[-4px]',
        className,
      )}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' || name === 'drag' ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={drawings[name]} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** Two rings linked. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 28 20"
      className={clsx('h-5 w-7 text-jade', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth={2.25}
    >
      <path d="M15.6 6.2A6.9 6.9 0 1 0 16.9 10" />
      <path d="M12.4 13.8A6.9 6.9 0 1 0 11.1 10" />
    </svg>
  )
}
