export const settings = {
  title: 'Settings',
  language: 'Language',
  theme: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  textSize: 'Text size',
  textSizes: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Larger' },
  startsModel: 'Get the model ready when the app is opened',
  startsModelDetail: 'Only a model that is kept on this machine, and never after a start that failed.',
  quizShortcuts: 'Letter and digit keys for questions',
  quizShortcutsDetail:
    'A to E choose, 1 to 4 say how sure you are, N and P move. Switch them off if keys set things off by accident.',
  storageDetail: 'What is kept on this machine, and the way to free room.',
  about: 'About this app',
  version: 'Version {{version}}',
  licence: 'Apache-2.0. Libraries and models have owners and licences of their own, named in NOTICE.',
  install: 'Use without a network',
} as const
