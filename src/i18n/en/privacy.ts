export const privacy = {
  title: 'Privacy',
  lead: 'Nothing you write leaves this machine. The browser itself enforces that, by the policy below.',
  policyTitle: 'The policy in force',
  policyBody:
    'The browser lets this page and its engine connect to where the app came from, and to nowhere else. Where the app is served with headers of its own, the same policy binds the service worker too.',
  policyMissing: 'No policy is in force: this is the development server. The built app has one.',
  trafficTitle: 'What goes over the network',
  trafficBody:
    'Opening the app fetches its files; starting a model for the first time fetches the model’s files. Both come from {{origin}}. After that the app needs no network.',
  requests_one: 'Since this page was opened: {{count}} file asked for, {{size}} over the network.',
  requests_other: 'Since this page was opened: {{count}} files asked for, {{size}} over the network.',
  requestsTable: 'Files that this page asked for',
  requestFile: 'File',
  requestSize: 'Over the network',
  fromCache: 'kept, no network',
  workerNote: 'The engine’s own requests for model files happen in its worker and are not in this list.',
  downloadsTitle: 'Getting a model',
  downloadsBody:
    'A model is fetched by a document of its own, apart from this page: its policy lets it ask other hosts, by plain requests without cookies. All it is told is which model to get.',
  downloadsNone: 'Since this page was opened, no other host was asked.',
  downloadsFrom: '{{host}}: {{requests}} requests, {{size}} received',
  keptTitle: 'What is kept on this machine',
  keptBody: 'Conversations, quiz sessions, results and settings are kept in this browser, and model files beside them.',
  refresh: 'Measure again',
} as const
