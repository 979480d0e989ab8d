import { birthdayText } from '#domain/customer/birthday.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import type { DayNote } from './calendar-line.ts'
import { calendarMessages } from './messages.ts'

/** What belongs to the whole day: promises that fall due, birthdays kept. Each leads to where it is dealt with. */
export function DayNotes({ notes, most = notes.length }: { notes: readonly DayNote[]; most?: number }) {
  const m = useMessages(calendarMessages)
  const noteText = useNoteText()
  const more = notes.length - most
  return (
    <>
      {notes.slice(0, most).map((note) => (
        <Link
          key={`${note.kind} ${note.id}`}
          quiet
          href={noteAddress(note)}
          className="t12 flex min-w-0 items-center gap-1 text-ink-2 pointer-coarse:min-h-8"
        >
          <Icon name={note.kind === 'promise' ? 'promise' : 'benefit'} small className="flex-none text-ink-3" />
          <span className="cut min-w-0">{noteText(note)}</span>
        </Link>
      ))}
      {more > 0 && <p className="t12 text-ink-3">{m.more(more)}</p>}
    </>
  )
}

const noteAddress = (note: DayNote): string =>
  note.kind === 'promise'
    ? `/promises?${new URLSearchParams({ q: note.what }).toString()}`
    : `/customers/${note.customer.id}`

const useNoteText = (): ((note: DayNote) => string) => {
  const m = useMessages(calendarMessages)
  const language = useLanguage()
  const format = useFormat(useSession().branch.timeZone)
  return (note) => {
    const { customer } = note
    if (note.kind === 'promise') return `${m.by(format.time(note.at))} ${customer.calledBy} · ${note.what}`
    const who = note.person === null ? customer.calledBy : note.person
    return `${m.birthday(who)} · ${birthdayText(note.birthday, language)}`
  }
}
