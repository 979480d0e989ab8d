import { Button, DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

export type FileDropProps = {
  /** What is wanted: 账单表，XLSX 或 CSV. */
  label: string
  hint?: string
  /** Endings or MIME types, such as `.xlsx`. */
  accept?: readonly string[]
  multiple?: boolean
  onFiles: (files: File[]) => void
}

/** Files by choosing, dragging or pasting. */
export function FileDrop({ label, hint, accept, multiple = false, onFiles }: FileDropProps) {
  const words = useWords()
  const take = (files: File[]): void => {
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <DropZone
      onDrop={(event) => {
        void Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile())).then(take)
      }}
      className="group flex flex-col items-center gap-1 rounded border border-dashed border-edge px-6 py-8 text-center transition-colors data-drop-target:border-jade data-drop-target:bg-jade-wash"
    >
      <Icon name="upload" className="text-ink-3" />
      <Text slot="label">{label}</Text>
      <p className="t13 text-ink-3">
        <FileTrigger
          allowsMultiple={multiple}
          {...(accept ? { acceptedFileTypes: accept } : {})}
          onSelect={(list) => take([...(list ?? [])])}
        >
          <Button className="touch cursor-pointer rounded-s text-jade underline-offset-3 data-hovered:underline">
            {words.chooseFiles}
          </Button>
        </FileTrigger>
        <span className="group-data-drop-target:hidden"> {words.orDrop}</span>
        <span className="hidden group-data-drop-target:inline"> {words.dropHere}</span>
      </p>
      {hint !== undefined && <p className="t12 text-ink-3">{hint}</p>}
    </DropZone>
  )
}
