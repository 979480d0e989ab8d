import { useState } from 'react'
import { Button as AriaButton, FileTrigger } from 'react-aria-components'
import { photoSubjects, type PhotoSubject } from '#domain/customer/photo.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useRefresh } from '#web/client/query.ts'
import { type Posted, post, throwAway } from '#web/client/parcels.ts'
import { useSeat, useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Photo } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { PhotoView } from './photo-view.tsx'
import { KeptPicture } from './kept-picture.tsx'
import { smaller } from './picture.ts'
import { PhotosWaiting, usePhotosWaiting } from './photos-waiting.tsx'
import { useRefusalText } from './refusal-text.ts'

export const acceptedPictures = ['image/jpeg', 'image/png', 'image/webp']

type Props = { customer: { id: string; name: string; addressForm: string | null }; canEdit: boolean }

/** Pictures of a shop [K-32]: taken with the telephone or chosen, seen large, put away and brought back. */
export function Photos({ customer, canEdit }: Props) {
  const customerId = customer.id
  const { photos: m } = useMessages(fileMessages)
  const { today } = useSession()
  const format = useFormat()
  const read = useRead('GET /api/customers/:id/photos', { params: { id: customerId } })
  const [chosen, setChosen] = useState<string | null>(null)
  const adding = useAdding({ id: customerId, name: customer.addressForm ?? customer.name })
  const photos = read.data?.photos ?? []
  const waits = usePhotosWaiting(customerId).length > 0
  const open = photos.find(({ id }) => id === chosen)
  return (
    <Section
      title={m.title}
      remark={photos.length > 0 ? String(photos.length) : undefined}
      end={canEdit && <Add adding={adding} next={nextSubject(photos)} />}
    >
      {read.isPending && <SkeletonRows rows={2} />}
      {read.data && photos.length === 0 && !waits && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <ul className="grid grid-cols-3 gap-2 pt-2">
        <PhotosWaiting customerId={customerId} />
        {photos.map((photo) => (
          <li key={photo.id}>
            <AriaButton
              onPress={() => setChosen(photo.id)}
              className="group block w-full cursor-pointer rounded text-left"
            >
              <KeptPicture
                customerId={customerId}
                photo={photo}
                alt={m.open(m.subjects[photo.subject], format.day(photo.takenOn))}
                className="aspect-4/3 h-auto w-full rounded border border-line bg-paper-2 object-cover group-data-hovered:border-edge"
              />
              <span className="t12 cut block pt-1 text-ink-2">{photo.caption ?? m.subjects[photo.subject]}</span>
              <span className="t12 block text-ink-3">{format.shortDay(photo.takenOn, today)}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
      {open && (
        <PhotoView
          key={open.id}
          customerId={customerId}
          photo={open}
          canEdit={canEdit}
          onClose={() => setChosen(null)}
        />
      )}
    </Section>
  )
}

/** What is not pictured yet comes first: from the street, then the display, then the counter. */
const nextSubject = (photos: readonly Photo[]): PhotoSubject =>
  photoSubjects.find((subject) => photos.every((photo) => photo.subject !== subject)) ?? 'other'

type Adding = ReturnType<typeof useAdding>

/** Adds pictures to the file of a customer, called so; each made smaller first, and kept here until the server has it. */
export const useAdding = (customer: { id: string; name: string }) => {
  const seat = useSeat()
  const { today } = useSession()
  const { photos: m } = useMessages(fileMessages)
  const refusalText = useRefusalText()
  const refresh = useRefresh()
  const [pending, setPending] = useState(false)
  const addOne = async (file: File, subject: PhotoSubject): Promise<Posted> => {
    const id = freshId()
    const request = { params: { id: customer.id, photoId: id }, query: { subject, takenOn: today } }
    const about = { customerId: customer.id, name: customer.name }
    const picture = await smaller(file)
    const key = 'PUT /api/customers/:id/photos/:photoId/file'
    return post(seat, { id, key, request, about }, { file: picture })
  }
  const add = async (files: readonly File[], subject: PhotoSubject): Promise<void> => {
    setPending(true)
    const posted: Posted[] = []
    for (const file of files) posted.push(await addOne(file, subject))
    setPending(false)
    void refresh()
    // Whoever chose the file has it still, and reads why it was not taken.
    const [refused] = posted.flatMap((one) => (one.is === 'refused' ? [one] : []))
    if (refused) {
      await throwAway(refused.parcel)
      return notify({ text: refusalText(refused.error), tone: 'problem' })
    }
    if (posted.some(({ is }) => is === 'noRoom')) return notify({ text: m.noRoom, tone: 'problem' })
    notify({ text: posted.some(({ is }) => is === 'kept') ? m.keptHere(files.length) : m.added(files.length) })
  }
  return { pending, add }
}

/** On a telephone the camera first; everywhere a picture that is there already. */
function Add({ adding, next }: { adding: Adding; next: PhotoSubject }) {
  const { photos: m } = useMessages(fileMessages)
  const onSelect = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) void adding.add(files, next)
  }
  return (
    <span className="flex items-center gap-1">
      <span className="hidden pointer-coarse:inline">
        <FileTrigger acceptedFileTypes={acceptedPictures} defaultCamera="environment" onSelect={onSelect}>
          <Button kind="bare" size="s" icon="camera" isPending={adding.pending}>
            {m.take}
          </Button>
        </FileTrigger>
      </span>
      <FileTrigger acceptedFileTypes={acceptedPictures} allowsMultiple onSelect={onSelect}>
        <Button kind="bare" size="s" icon="plus" isPending={adding.pending}>
          {m.add}
        </Button>
      </FileTrigger>
    </span>
  )
}
