export const notice = {
  title: 'Before you begin',
  intendedUse:
    'For studying examination questions only. Not medical advice, not a medical device, not clinically validated. Do not enter patient information. Answers are written by a generative AI that runs on this computer, and it is often wrong.',
  demonstration:
    'The model that comes with the app is a demonstration model: it knows {{count}} conditions and nothing else. Outside of them it invents.',
  accept: 'I understand',
} as const
