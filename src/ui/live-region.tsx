/** Reads `message` out, politely, each time it changes. Keep it mounted: a region that appears with its words is often not heard. */
export function LiveRegion({ message }: { readonly message: string }) {
  return (
    <div className="sr-only" role="status">
      {message}
    </div>
  )
}
