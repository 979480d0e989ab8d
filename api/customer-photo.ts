import { z } from 'zod'
import { photoSubjects } from '#domain/customer/photo.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const params = z.object({ id: Id, photoId: Id })

const Photo = z.object({
  id: Id,
  version: z.number(),
  subject: z.enum(photoSubjects),
  caption: z.string().nullable(),
  takenOn: Day,
  width: z.number(),
  height: z.number(),
  notedBy: z.string(),
})

export const customerPhotoEndpoints = endpoints({
  'GET /api/customers/:id/photos': {
    summary: 'Pictures of a place, the newest first [K-32]',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({ photos: z.array(Photo) }),
    errors: ['record.not_found'],
  },
  'PUT /api/customers/:id/photos/:photoId/file': {
    summary:
      'Adds a picture under an id the writer made; where and by whom it was taken is cut out of the file before it is kept',
    access: 'customer.write',
    params,
    query: z.object({
      subject: z.enum(photoSubjects).default('front'),
      /** For one that waited on a device: the day it was taken; today otherwise. */
      takenOn: Day.optional(),
    }),
    upload: true,
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'request.too_large', 'rule.refused'],
  },
  'GET /api/customers/:id/photos/:photoId/file': {
    summary: 'The picture itself',
    access: 'customer.read',
    params,
    reply: 'file',
    errors: ['record.not_found'],
  },
  'PATCH /api/customers/:id/photos/:photoId': {
    summary: 'Says what a picture shows and when it was taken, puts it away or brings it back',
    access: 'customer.write',
    params,
    body: z.object({
      baseVersion: Version.nullable(),
      fields: z
        .object({
          subject: z.enum(photoSubjects),
          caption: z.string().trim().max(200).nullable(),
          takenOn: Day,
        })
        .partial(),
      removed: z.boolean().optional(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
  },
})
