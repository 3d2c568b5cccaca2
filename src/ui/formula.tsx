import 'katex/dist/katex.min.css'
import katex from 'katex'
import { useLayoutEffect, useRef } from 'react'

export interface FormulaProps {
  readonly tex: string
  readonly display?: boolean
}

/**
 * A formula in TeX; what cannot be read stays as it was typed. KaTeX builds the elements itself, because styles that it
 * sets one by one pass a content security policy, and those that are parsed out of its HTML do not.
 */
export function Formula({ tex, display = false }: FormulaProps) {
  const ref = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const place = ref.current
    if (place === null) return
    try {
      katex.render(tex, place, {
        displayMode: display,
        throwOnError: false,
        trust: false,
        strict: false,
        errorColor: 'currentColor',
        // In em: a `\rule` must not cover the page.
        maxSize: 20,
      })
    } catch {
      // `throwOnError` speaks of what was typed only; KaTeX also refuses a document without a doctype.
      place.textContent = tex
    }
  }, [tex, display])
  return <span ref={ref} />
}
