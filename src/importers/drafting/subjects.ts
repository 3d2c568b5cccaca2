/** The subjects that have a name in both languages, and what files call them. Compared without case, spaces and marks. */
const known: Readonly<Record<string, readonly string[]>> = {
  cardiology: ['cardiology', 'cardiovascular', 'cardiovascular system', '심장내과', '순환기내과', '순환기', '심혈관'],
  pulmonology: ['pulmonology', 'respiratory', 'respiratory system', 'pulmonary', '호흡기내과', '호흡기'],
  gastroenterology: ['gastroenterology', 'gastrointestinal', 'digestive system', '소화기내과', '소화기'],
  nephrology: ['nephrology', 'renal', 'renal system', '신장내과', '신장'],
  endocrinology: ['endocrinology', 'endocrine', 'endocrine system', '내분비내과', '내분비', '내분비대사'],
  neurology: ['neurology', 'nervous system', '신경과', '신경'],
  hematology: ['hematology', 'haematology', 'hematology oncology', '혈액내과', '혈액종양', '혈액', '혈액종양내과'],
  rheumatology: ['rheumatology', '류마티스내과', '류마티스'],
  infection: ['infection', 'infectious disease', 'infectious diseases', '감염내과', '감염'],
  pediatrics: ['pediatrics', 'paediatrics', '소아청소년과', '소아과', '소아'],
  obstetricsGynecology: [
    'obstetrics gynecology',
    'gynaecology obstetrics',
    'obgyn',
    'obstetrics and gynecology',
    '산부인과',
  ],
  surgery: ['surgery', 'general surgery', '외과', '일반외과'],
  urology: ['urology', '비뇨의학과', '비뇨기과'],
  orthopedics: ['orthopedics', 'orthopaedics', 'orthopedic surgery', '정형외과'],
  psychiatry: ['psychiatry', 'behavioral science', '정신건강의학과', '정신과'],
  emergency: ['emergency', 'emergency medicine', '응급의학과', '응급'],
  dermatology: ['dermatology', 'skin', '피부과'],
  eyeEnt: ['eye ent', 'ent', 'ophthalmology', 'otorhinolaryngology', '안과', '이비인후과'],
  preventive: [
    ...['preventive', 'preventive medicine', 'social preventive medicine', 'public health', 'biostatistics'],
    ...['예방의학', '예방의학직업환경의학', '직업환경의학'],
  ],
}

const byName = new Map(Object.entries(known).flatMap(([subject, names]) => names.map((name) => [bare(name), subject])))

/** The subject that a file means: one of ours where it is known by that name, otherwise the file's own word. */
export function subjectOf(name: string): string {
  const word = name.trim().slice(0, 100)
  return word === '' ? 'unsorted' : (byName.get(bare(word)) ?? word)
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z가-힣]|\band\b/g, '')
}
