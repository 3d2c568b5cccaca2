interface DeviceSource {
  requestDevice: (this: GPUAdapter, descriptor?: GPUDeviceDescriptor) => Promise<GPUDevice>
}

/**
 * Hears when a GPU device is lost. WebLLM tells nobody, so every device is watched from its request on. A device that
 * was given back on purpose (`destroyed`) is reported too: only the caller knows whether it was in use.
 */
export function hearDeviceLoss(onLost: () => void): void {
  if (typeof GPUAdapter === 'undefined') return
  const source: DeviceSource = GPUAdapter.prototype
  const { requestDevice } = source
  source.requestDevice = async function (descriptor) {
    const device = await requestDevice.call(this, descriptor)
    void device.lost.then(onLost)
    return device
  }
}
