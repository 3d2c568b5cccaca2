/** What a browser says of a WebGPU adapter, as far as it is looked at; older ones leave out the last. */
export interface AdapterInfo {
  readonly vendor: string
  readonly architecture: string
  readonly device: string
  readonly description: string
  readonly isFallbackAdapter?: boolean
}

/** Everything the browser gives as a name; may be empty. */
export function adapterName({ vendor, architecture, device, description }: AdapterInfo): string {
  return [vendor, architecture, device, description].filter((part) => part !== '').join(' ')
}

/**
 * Whether an adapter runs on the CPU. Software adapters say so in `isFallbackAdapter`; where that flag is missing or
 * wrong, their names do: SwiftShader of Chromium, Mesa's llvmpipe and lavapipe, and Windows' Basic Render Driver.
 */
export function runsOnCpu(info: AdapterInfo): boolean {
  return (
    info.isFallbackAdapter === true || /swiftshader|llvmpipe|lavapipe|basic render|software/i.test(adapterName(info))
  )
}
