/** How long a blob's address stays, in milliseconds. Nothing says when a download has begun, and Safari takes its time. */
const addressStays = 60_000

/** Hands a text to the browser to be saved as a file; nothing leaves the machine. */
export function saveText(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), addressStays)
}

/** A title as the name of a file, on any system. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|…\s\p{Cc}]+/gu, ' ')
    .trim()
  return `${plain === '' ? 'munjin' : plain}.${ending}`
}
