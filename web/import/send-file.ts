import { upload } from '#web/client/send.ts'

/** Small enough to be sent again without pain on a bad line, large enough that a big file is not a thousand requests. */
const PIECE = 4 * 1024 * 1024

/** Sends a file piece by piece, from the `sent` bytes on that have arrived before; `onSent` hears how many have. */
export const sendFile = async (
  id: string,
  file: Blob,
  name: string,
  sent: number,
  onSent: (bytes: number) => void,
): Promise<void> => {
  for (let at = sent; ;) {
    const piece = file.slice(at, at + PIECE)
    const { received, whole } = await upload(
      'PUT /api/imports/:id/file',
      { params: { id }, query: { name, bytes: file.size, offset: at } },
      piece,
    )
    onSent(received)
    if (whole) return
    at = received
  }
}
