import type { calendarEndpoints } from '#api/calendar.ts'
import type { Handlers } from '#server/http/handler.ts'
import { addAppointment, describeAppointment, makeAppointmentMove, takeBackAppointment } from './commands.ts'
import { calendarFile, feedsOf, makeFeed, readFeed, revokeFeed } from './feed.ts'
import { appointmentsOfCustomer } from './lines.ts'
import { forgetPlace, notePlace } from './place.ts'
import { showCalendar } from './show-calendar.ts'
import { showRoute } from './show-route.ts'
import { showSlots } from './show-slots.ts'
import { invitationTo } from './told-meetings.ts'

export const calendarHandlers: Handlers<typeof calendarEndpoints> = {
  'GET /api/calendar': async ({ db, caller, query }) => showCalendar(db, caller, query),
  'GET /api/customers/:id/appointments': async ({ db, caller, params }) =>
    appointmentsOfCustomer(db, caller, params.id),
  'PUT /api/appointments/:id': async ({ db, caller, clock, params, body }) =>
    addAppointment(db, caller, clock.now(), params.id, body),
  'PATCH /api/appointments/:id': async ({ db, caller, clock, params, body }) =>
    describeAppointment(db, caller, clock.now(), params.id, body),
  'DELETE /api/appointments/:id': async ({ db, caller, clock, params }) =>
    takeBackAppointment(db, caller, clock.now(), params.id),
  'POST /api/appointments/:id/moves': async ({ db, caller, clock, params, body }) =>
    makeAppointmentMove(db, caller, clock.now(), params.id, body),
  'GET /api/appointments/:id/invitation': async ({ db, caller, params, query }) =>
    calendarFile(await invitationTo(db, caller, params.id, query.language), 'invitation.ics'),
  'GET /api/calendar/slots': async ({ db, caller, clock, query }) => showSlots(db, caller, clock.now(), query),
  'GET /api/calendar/route': async ({ db, caller, query }) => showRoute(db, caller, query.day),
  'PUT /api/customers/:id/place': async ({ db, caller, clock, params, body }) =>
    notePlace(db, caller, clock.now(), params.id, body),
  'DELETE /api/customers/:id/place': async ({ db, caller, clock, params }) =>
    forgetPlace(db, caller, clock.now(), params.id),
  'GET /api/calendar/feeds': async ({ db, caller }) => feedsOf(db, caller),
  'PUT /api/calendar/feeds/:id': async ({ db, caller, clock, params, body }) =>
    makeFeed(db, caller, clock.now(), params.id, body),
  'DELETE /api/calendar/feeds/:id': async ({ db, caller, clock, params }) =>
    revokeFeed(db, caller, clock.now(), params.id),
  'GET /api/calendar/feed/:secret': async ({ db, clock, params }) => readFeed(db, clock.now(), params.secret),
}
