/** Large enough to read a price tag, small enough for a village's network. */
const LONGEST = 2048
const QUALITY = 0.85

/**
 * A picture made smaller before it is sent, the way up as it was taken. Where the browser cannot read it, it goes as it is: the
 * server says what is wrong with it.
 */
export const smaller = async (file: File): Promise<Blob> => {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!image) return file
  const scale = LONGEST / Math.max(image.width, image.height)
  if (scale >= 1 && file.size < 1_500_000) return file
  const shrunk = Math.min(1, scale)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * shrunk)
  canvas.height = Math.round(image.height * shrunk)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  const made = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY)
  })
  return made && made.size < file.size ? made : file
}
