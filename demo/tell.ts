import { newBook } from './book.ts'
import { tellGroups } from './crowd/groups.ts'
import { tellOutlets } from './crowd/outlets.ts'
import { tellPersons } from './crowd/persons.ts'
import { tellPeople } from './people.ts'
import { newRows, type Rows } from './rows.ts'
import { alsoToday } from './stories/also-today.ts'
import { twelveStories } from './stories/twelve.ts'

/** The whole branch as rows, the same every time. */
export const tellBranch = (): Rows => {
  const rows = newRows()
  tellPeople(rows)
  const book = newBook(rows)
  for (const story of twelveStories) story.tell(book)
  alsoToday(book)
  tellPersons(book)
  tellGroups(book)
  tellOutlets(book)
  return rows
}
