import { Button as AriaButton, FileTrigger } from 'react-aria-components'
import { acceptedPictures, useAdding } from '#web/customer/photos.tsx'
import { keyFace, keyRest } from '#web/round/keys-grid.tsx'
import { roundMessages } from '#web/round/messages.ts'
import { usePlaced, usePlaceTap } from '#web/schedule/place-tap.tsx'
import { Icon, type IconName } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'

/** What belongs to the shop's file and not to this round: a picture, and where it is found, at one's own tap only. */
export function ShopMore({ customer, placed }: { customer: { id: string; name: string }; placed: boolean }) {
  const { keys: m } = useMessages(roundMessages)
  const photos = useAdding(customer)
  const { take } = usePlaceTap(customer)
  const isPlaced = usePlaced(customer.id, placed)
  const onSelect = (list: FileList | null): void => {
    const files = [...(list ?? [])]
    if (files.length > 0) void photos.add(files, 'display')
  }
  return (
    <>
      <FileTrigger acceptedFileTypes={acceptedPictures} defaultCamera="environment" onSelect={onSelect}>
        <Key icon="camera" label={m.photo} />
      </FileTrigger>
      {!isPlaced && <Key icon="pin" label={m.place} onPress={take} />}
    </>
  )
}

function Key({ icon, label, onPress }: { icon: IconName; label: string; onPress?: () => void }) {
  return (
    <AriaButton {...(onPress ? { onPress } : {})} className={`${keyFace} ${keyRest}`}>
      <Icon name={icon} className="text-ink-3" />
      {label}
    </AriaButton>
  )
}
