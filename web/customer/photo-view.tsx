import { type FormEvent, useState } from 'react'
import { photoSubjects } from '#domain/customer/photo.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Photo } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { KeptPicture } from './kept-picture.tsx'
import { useRefusalText } from './refusal-text.ts'

type ViewProps = { customerId: string; photo: Photo; canEdit: boolean; onClose: () => void }

/** One picture large, what it shows, and the way to put it away. */
export function PhotoView({ customerId, photo, canEdit, onClose }: ViewProps) {
  const m = useMessages(fileMessages)
  const format = useFormat()
  const refusalText = useRefusalText()
  const change = useWrite('PATCH /api/customers/:id/photos/:photoId')
  const [subject, setSubject] = useState(photo.subject)
  const [caption, setCaption] = useState(photo.caption ?? '')
  const params = { id: customerId, photoId: photo.id }
  const name = m.photos.subjects[photo.subject]
  const save = (event: FormEvent) => {
    event.preventDefault()
    const body = { baseVersion: photo.version, fields: { subject, caption: caption || null } }
    change.mutate(
      { params, body },
      {
        onSuccess: () => {
          notify({ text: m.saved })
          onClose()
        },
      },
    )
  }
  const remove = () =>
    change.mutate(
      { params, body: { baseVersion: photo.version, fields: {}, removed: true } },
      {
        onSuccess: ({ version }) => {
          onClose()
          notify({
            text: m.removed(m.photos.one),
            undo: () => change.mutate({ params, body: { baseVersion: version, fields: {}, removed: false } }),
          })
        },
      },
    )
  return (
    <Drawer title={name} remark={`${format.day(photo.takenOn)} · ${photo.notedBy}`} isOpen onClose={onClose}>
      <KeptPicture
        customerId={customerId}
        photo={photo}
        alt={photo.caption ?? name}
        className="mt-3 max-h-[60dvh] w-full rounded border border-line bg-paper-2 object-contain"
      />
      {canEdit ? (
        <form onSubmit={save} className="grid gap-3 pt-3">
          <Select
            label={m.photos.subject}
            options={photoSubjects.map((id) => ({ id, label: m.photos.subjects[id] }))}
            value={subject}
            onChange={setSubject}
          />
          <TextField label={m.photos.caption} value={caption} onChange={setCaption} maxLength={200} />
          {change.error && (
            <p role="alert" className="t13 text-red">
              {refusalText(change.error)}
            </p>
          )}
          <div className="flex items-center gap-2">
            <Button kind="go" type="submit" isPending={change.isPending}>
              {m.save}
            </Button>
            <Button kind="bare" icon="trash" className="ml-auto" onPress={remove}>
              {m.remove}
            </Button>
          </div>
        </form>
      ) : (
        photo.caption && <p className="t13 pt-2">{photo.caption}</p>
      )}
    </Drawer>
  )
}
