export const failure = {
  title: 'The model stopped',
  noWebGpu: 'This browser has no WebGPU, which the model needs. Use a current Chrome or Edge, or Safari 26 or later.',
  noAdapter:
    'The browser found no graphics adapter it may use. Switch on hardware acceleration in the browser’s settings and open the app anew.',
  adapterTooSmall:
    'This graphics adapter is too small for the model: {{limit}} is {{available}}, and {{needed}} is needed. Choose a smaller model.',
  lacksFeature: 'This graphics adapter lacks {{feature}}, which this build of the model needs. Choose another build.',
  outOfMemory:
    'The graphics memory was not enough. Close other tabs and programs that use it, or choose a smaller model.',
  deviceLost:
    'The graphics device was taken away in the middle, as happens after sleep or a driver reset. What was written is kept. Start the model again.',
  offline: 'The file {{file}} could not be fetched, because there is no connection. What was fetched before is kept.',
  fileMissing:
    'The server does not have the file {{file}} (status {{status}}). The app may have been updated: open it anew.',
  fileDamaged: 'The file {{file}} arrived damaged twice: its SHA-256 is not the catalogue’s. Try again later.',
  madeFilesLost:
    'Files of the model on this machine are missing or damaged ({{number}}): {{files}}. Get the model again on the Models screen: only what is damaged is fetched and converted anew.',
  loadedElsewhere:
    'Another tab of this app has a model loaded, and the graphics memory holds only one. Go on there, or use the model here.',
  takenOver: 'Another tab has taken the model over. What was written is kept.',
  takeOver: 'Use the model in this tab',
  storageFull: 'There is no room left on this machine to keep the model. Free some room and try again.',
  storageUnavailable: 'This browser does not let the app keep model files (a private window, perhaps). {{detail}}',
  promptTooLong:
    'Question and conversation do not fit into the model’s context window of {{contextWindow}} tokens. Shorten the question or begin a new conversation.',
  notLoaded: 'No model is loaded. Start a model first.',
  workerDied: 'The engine ended unexpectedly. What was written is kept. Start the model again.',
  unexpected: 'Something failed that should not have. For a report: {{detail}}',
  restart: 'Start the model again',
  smaller: 'Start with a context window of {{tokens}} tokens',
  toModels: 'To the models',
  reload: 'Open the app anew',
} as const
