/** Hands on what is dropped on an element. For the mouse alone: whoever has none needs a field. Returns how to end it. */
export function takeDrops(area: HTMLElement | null, take: (dropped: DataTransfer) => void): () => void {
  const allow = (event: DragEvent): void => event.preventDefault()
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    if (event.dataTransfer !== null) take(event.dataTransfer)
  }
  area?.addEventListener('dragover', allow)
  area?.addEventListener('drop', drop)
  return () => {
    area?.removeEventListener('dragover', allow)
    area?.removeEventListener('drop', drop)
  }
}
