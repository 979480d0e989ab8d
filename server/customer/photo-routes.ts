import type { customerPhotoEndpoints } from '#api/customer-photo.ts'
import type { PictureFolder } from '#server/adapters/picture/folder.ts'
import type { Handlers } from '#server/http/handler.ts'
import { changePhoto, photoFile, photosOf, takePhoto } from './photos.ts'

export const customerPhotoHandlers = (folder: PictureFolder): Handlers<typeof customerPhotoEndpoints> => ({
  'GET /api/customers/:id/photos': async ({ db, caller, params }) => photosOf(db, caller, params.id),
  'PUT /api/customers/:id/photos/:photoId/file': async ({ db, caller, clock, params, query, request }) =>
    takePhoto(
      db,
      folder,
      caller,
      { at: clock.now(), today: clock.today(caller.timeZone) },
      params,
      query,
      request.body,
    ),
  'GET /api/customers/:id/photos/:photoId/file': async ({ db, caller, params, reply }) => {
    reply.header('x-content-type-options', 'nosniff')
    return photoFile(db, folder, caller, params)
  },
  'PATCH /api/customers/:id/photos/:photoId': async ({ db, caller, clock, params, body }) =>
    changePhoto(db, caller, { at: clock.now(), today: clock.today(caller.timeZone) }, params, body),
})
