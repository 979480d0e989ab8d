/** Large enough to read a price tag, small enough for a village's network. */
const LONGEST = 2048
const QUALITY = 0.85

/**
 * A picture drawn anew and no larger than it has to be, the way up as it was taken: where and by which camera it was taken stays behind.
 * Where the browser cannot read it, it goes as it is: the server says what is wrong with it, and cuts the same out.
 */
export const smaller = async (file: File): Promise<Blob> => {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!image) return file
  const shrunk = Math.min(1, LONGEST / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * shrunk)
  canvas.height = Math.round(image.height * shrunk)
  const ink = canvas.getContext('2d')
  if (!ink) return file
  // What is clear in a picture would come out black.
  ink.fillStyle = '#fff'
  ink.fillRect(0, 0, canvas.width, canvas.height)
  ink.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  const made = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY)
  })
  return made ?? file
}
