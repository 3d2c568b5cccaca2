/** Hands a text to the browser to be saved as a file; nothing leaves the machine. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** A title as the name of a file, on any system. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|…\s\p{Cc}]+/gu, ' ')
    .trim()
  return `${plain === '' ? 'munjin' : plain}.md`
}
