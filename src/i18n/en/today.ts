export const today = {
  title: 'Today',
  welcome: {
    first: 'Practise questions, commit to an answer, and only then see how a model reasons.',
    second: 'The model runs on this computer. No account, no server, nothing you write leaves the machine.',
    third: 'It is a study partner to be doubted: the key decides, not the model.',
  },
  start: 'Solve one now',
  ask: 'Ask a question',
  resume: 'Go on with the questions',
  resumeDetail: '{{done}} of {{total}} answered',
  attempts_one: '{{count}} question answered so far, {{correct}} right',
  attempts_other: '{{count}} questions answered so far, {{correct}} right',
  lastConversation: 'Last conversation: {{title}}',
} as const
