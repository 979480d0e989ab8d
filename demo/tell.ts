import { startingRules } from '#domain/portfolio/presets.ts'
import { tellAppointments } from './appointments.ts'
import { newBook } from './book.ts'
import { tellCare } from './care.ts'
import { tellCampaigns } from './campaigns.ts'
import { tellCoach } from './coach.ts'
import { tellGroups } from './crowd/groups.ts'
import { tellOutlets } from './crowd/outlets.ts'
import { tellPersons } from './crowd/persons.ts'
import { tellLosses } from './losses.ts'
import { tellMeanings } from './meanings.ts'
import { tellForms } from './forms.ts'
import { at } from './moment.ts'
import { tellOwnPlaybooks } from './own-playbooks.ts'
import { staffId, tellPeople } from './people.ts'
import { tellPlanned } from './planned.ts'
import { tellPulse } from './pulse.ts'
import { tellRoundToday } from './round.ts'
import { newRows, type Rows } from './rows.ts'
import { tellDeparture } from './departure.ts'
import { tellEvents } from './events.ts'
import { tellRetention } from './retention.ts'
import { tellComplaints } from './stories/complaints.ts'
import { tellSatisfaction } from './satisfaction.ts'
import { tellScriptUses } from './script-uses.ts'
import { alsoToday } from './stories/also-today.ts'
import { twoRecords } from './stories/two-records.ts'
import { twelveStories } from './stories/twelve.ts'
import { tellWelcomes } from './welcomes.ts'
import { tellWhence } from './whence.ts'

/** The whole branch as rows, the same every time. */
export const tellBranch = (): Rows => {
  const rows = newRows()
  tellPeople(rows)
  tellMeanings(rows)
  rows.add('tier_rule', { version: 1, definition: startingRules, actor_id: staffId('gu'), since: at('2026-01-04') })
  const book = newBook(rows)
  for (const story of twelveStories) story.tell(book)
  alsoToday(book)
  tellPersons(book)
  tellGroups(book)
  tellOutlets(book)
  twoRecords(book)
  tellComplaints(rows)
  tellPlanned(rows)
  tellEvents(rows)
  tellRetention(rows)
  tellCampaigns(rows)
  tellOwnPlaybooks(rows)
  tellAppointments(rows)
  tellWelcomes(rows)
  tellLosses(rows)
  tellDeparture(rows)
  tellRoundToday(rows)
  tellForms(rows)
  tellWhence(rows)
  tellPulse(rows)
  tellScriptUses(rows)
  tellCoach(rows)
  tellSatisfaction(rows)
  tellCare(rows)
  return rows
}
