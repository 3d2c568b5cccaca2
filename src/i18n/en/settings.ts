export const settings = {
  title: 'Settings',
  language: 'Language',
  theme: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  textSize: 'Text size',
  textSizes: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Larger' },
  startsModel: 'Get the model ready when the app is opened',
  startsModelDetail: 'Only a model that is kept on this machine, and never after a start that failed.',
  about: 'About this app',
  version: 'Version {{version}}',
  licence: 'Apache-2.0. Libraries and models have owners and licences of their own, named in NOTICE.',
  install: 'Use without a network',
} as const
