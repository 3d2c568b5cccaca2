export const app = {
  navigation: 'Main navigation',
  skip: 'Skip to the content',
  margin: { label: 'Notes and list', open: 'Open the side panel' },
  nav: {
    today: 'Today',
    quiz: 'Questions',
    review: 'Review',
    ask: 'Ask',
    models: 'Models',
    privacy: 'Privacy',
    settings: 'Settings',
  },
  chip: {
    none: 'No model',
    loading: '{{name}}: getting ready {{percent}} %',
    ready: '{{name}}: ready',
    reading: '{{name}}: reading',
    writing: '{{name}}: writing',
    stopped: '{{name}}: stopped',
    speed: '{{speed}} tokens/s',
  },
  missing: {
    title: 'There is no such screen',
    body: 'The address “{{address}}” belongs to no screen of this version.',
    back: 'Back to today',
  },
  crash: {
    title: 'This screen failed',
    body: 'Everything that was kept is safe. Try the screen again, or open the app anew.',
    reload: 'Open the app anew',
    details: 'For a report: {{detail}}',
  },
  update: {
    body: 'A new version is ready. What you wrote is kept.',
    action: 'Open the new version',
  },
  offline: {
    ready: 'Ready for use without a network',
    preparing: 'Getting ready for use without a network',
    unsupported: 'This browser cannot keep the app for use without a network',
  },
  notReady: {
    body: 'No model is ready to answer.',
    start: 'Start {{name}}',
    starting: 'Getting {{name}} ready',
  },
  demonstration: 'Demonstration model: knows {{count}} conditions and nothing else',
  cannotStart: {
    insecureTitle: 'This address is not secure',
    insecure:
      'Browsers allow graphics computing and keeping files only on https or on this very machine (localhost). Open the app at such an address.',
    failedTitle: 'The app could not start',
    failed: 'Nothing that was kept has been changed. Open the app anew. For a report: {{detail}}',
  },
  storageTrouble: {
    unavailable:
      'This browser does not let the app keep anything (a private window, perhaps). What you do now is lost when the page is closed.',
    full: 'The room for this app is used up, so the last change was not kept. Free some room under Settings, Manage storage.',
    damaged: 'A kept record could not be read. It was left untouched.',
    fromTheFuture: 'A kept record comes from a newer version of the app. It was left untouched.',
  },
} as const
