import { upload } from '#web/client/send.ts'

/** Small enough to be sent again without pain on a bad line, large enough that a big file is not a thousand requests. */
const PIECE = 4 * 1024 * 1024

/** Sends a file piece by piece, going on where the server says it is; `onSent` hears how many bytes have arrived. */
export const sendFile = async (
  id: string,
  file: Blob,
  name: string,
  onSent: (bytes: number) => void,
): Promise<void> => {
  for (let at = 0; ;) {
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
