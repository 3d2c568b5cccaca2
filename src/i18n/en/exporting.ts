export const exporting = {
  folder: {
    save: 'Save to a folder',
    done: 'Saved in the folder {{file}}. On another computer, open the Models screen, choose this model, then “From a folder or a stick”, and pick that folder.',
  },
  archive: {
    save: 'Save as one file',
    done: 'Handed to the browser’s downloads as {{file}}. Unpack it on the other computer, open the Models screen there, choose this model, then “From a folder or a stick”, and pick the unpacked folder.',
  },
  progressLabel: 'Saving {{name}}',
  stop: 'Stop',
  failure: {
    title: 'The model could not be saved',
    notWhole: 'The file {{file}} is not kept whole on this machine. Get the model again, then save it.',
    noRoom: 'There was no room left for {{file}}. Free some room there or choose another place.',
    notWritten: 'The file {{file}} could not be written ({{detail}}). If it is a stick, plug it in again and try anew.',
    refused: 'The browser was not allowed to write there ({{detail}}). Choose another folder.',
    unexpected: 'Something unforeseen happened: {{detail}}.',
    nothingChanged: 'The model in the app is as it was. A folder that was begun may be deleted.',
  },
} as const
