export const lost = {
  title: 'The browser removed a model to free room',
  model: '{{name}} ({{size}}), last seen here on {{date}}',
  why: 'Browsers do that when the disk fills up and they were not asked to keep what is stored. Nothing is fetched again until you say so.',
  workStays: 'Conversations and results are still here.',
  noWork: 'No conversations or results are left in this browser: what there was went with it.',
  get: 'Get it again',
  keep: 'Have it kept from now on',
} as const
