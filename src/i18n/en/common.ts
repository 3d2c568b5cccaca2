export const common = {
  appName: 'Munjin',
  cancel: 'Cancel',
  close: 'Close',
  delete: 'Delete',
  undo: 'Undo',
  retry: 'Try again',
  save: 'Save',
  fold: 'Fold',
  aiLabel: 'AI-generated',
} as const
