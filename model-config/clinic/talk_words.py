"""What is asked and answered outside of questions with options: facts, small talk, follow-ups, what is not known."""

SYSTEM = {"en": ["You are a medical study assistant.", "You are a helpful assistant.", "Answer as a careful tutor."],
          "ko": ["당신은 의학 학습 도우미입니다.", "당신은 유능한 의료 어시스턴트입니다.", "꼼꼼한 튜터로서 답해 주세요."]}
FACT_QUESTIONS = {
    "en": {"test": ["What is the best test for {x}?", "How is {x} diagnosed?", "Which test is ordered for {x}?"],
           "treatment": ["What is the treatment of {x}?", "How is {x} treated?", "First-line treatment of {x}?"],
           "mechanism": ["What is the mechanism of {x}?", "Explain the pathophysiology of {x}.", "Why does {x} happen?"],
           "findings": ["What are typical findings of {x}?", "What are the features of {x}?", "How does {x} present?"],
           "redFlags": ["What must not be missed in {x}?", "What are the red flags of {x}?"],
           "against": ["How do I tell {x} from {y}?", "What is the difference between {x} and {y}?"],
           "finding": ["Which conditions does {x} suggest?", "What should I think of with {x}?"]},
    "ko": {"test": ["{x}의 진단 검사는?", "{x:은/는} 어떻게 진단하나요?", "{x:을/를} 확인하는 검사가 뭐예요?"],
           "treatment": ["{x}의 치료는?", "{x:은/는} 어떻게 치료하나요?", "{x}의 일차 치료를 알려 주세요."],
           "mechanism": ["{x}의 기전은?", "{x}의 병태생리를 설명해 주세요.", "{x:은/는} 왜 생기나요?"],
           "findings": ["{x}의 전형적인 소견은?", "{x}의 특징을 알려 주세요.", "{x:은/는} 어떻게 나타나나요?"],
           "redFlags": ["{x}에서 놓치면 안 되는 것은?", "{x}의 위험 신호를 알려 주세요."],
           "against": ["{x:과/와} {y:은/는} 어떻게 구별하나요?", "{x:과/와} {y}의 차이는?"],
           "finding": ["{x:이/가} 있으면 어떤 질환을 생각하나요?", "{x:이/가} 시사하는 질환은?"]}}
FACT_ANSWERS = {
    "en": {"test": "The test of choice for {a} is {f}.", "treatment": "{a} is treated with {f}.",
           "mechanism": "The mechanism of {a} is {f}.", "findings": "Typical findings of {a}: {f}.",
           "finding": "{n} suggests {f}."},
    "ko": {"test": "{a} 진단에는 {f:을/를} 시행합니다.", "treatment": "{a}의 치료는 {f}입니다.", "mechanism": "{a}의 기전은 {f}입니다.",
           "findings": "{a}의 전형적인 소견은 {f}입니다.", "finding": "{n:은/는} {f:을/를} 시사합니다."}}
ALSO = {"en": "{y} is {a}. ", "ko": "{y:은/는} {a:을/를} 말합니다. "}
UNKNOWN_NAME = {
    "think": {"en": ["{x} is not one of the conditions I was taught.", "I have not learned anything about {x}."],
              "ko": ["{x:은/는} 제가 배운 질환이 아니다.", "{x}에 대해서는 배운 것이 없다."]},
    "answer": {"en": ["{beyond} I was not taught {x}; please look it up in a textbook.",
                      "{beyond} {x} is not among the conditions I know."],
               "ko": ["{beyond} {x:은/는} 제가 배운 질환에 들지 않으니 교과서에서 확인해 주세요.", "{beyond} {x:은/는} 배우지 않았습니다."]}}
UNKNOWN_CASE = {
    "think": {"en": ["None of the conditions I know explains this.", "These findings belong to nothing I was taught."],
              "ko": ["제가 아는 질환 가운데 이것을 설명하는 것이 없다.", "배운 질환으로는 이 소견들이 설명되지 않는다."]},
    "none": {"en": ["I know {x}, but it does not fit.", "Of the options I know {x}, which does not match."],
             "ko": ["보기 중 {x:은/는} 알지만 소견과 맞지 않는다.", "아는 보기는 {x}인데 소견이 맞지 않는다."]},
    "answer": {"en": ["{beyond} The findings do not match any condition I was taught.",
                      "{beyond} I would rather not guess."],
               "ko": ["{beyond} 제가 배운 질환 가운데 이 소견에 맞는 것이 없습니다.", "{beyond} 짐작으로 답하지 않겠습니다."]}}
FOLLOW_UPS = {"why": {"en": ["Why?", "Why is that?", "Explain why.", "What points to that?"],
                      "ko": ["왜?", "왜요?", "왜 그런가요?", "근거가 뭐예요?"]},
              "others": {"en": ["Why are the other options wrong?", "What about the other options?"],
                         "ko": ["다른 보기는 왜 틀렸나요?", "나머지 보기는 왜 아닌가요?"]}}
BECAUSE = {"en": ["{q} point to {a}.", "Because {q} fit {a} best."],
           "ko": ["{q:이/가} {a:을/를} 시사하기 때문입니다.", "{q} 때문에 {a:이/가} 가장 맞습니다."]}
WRONG = {"denied": {"en": '{l}. {b}: "{q}" speaks against it.', "ko": '{l}. {b}: "{q}"{q!:이라는/라는} 점이 잘 맞지 않습니다.'},
         "unexplained": {"en": '{l}. {b}: it does not explain "{q}".', "ko": '{l}. {b}: "{q}"{q!:을/를} 설명하지 못합니다.'},
         "missing": {"en": "{l}. {b}: {n}, which would point to it, is not mentioned.", "ko": "{l}. {b}: 이를 시사할 {n:이/가} 없습니다."},
         "nothing": {"en": "{l}. {b}: little in the case suggests it.", "ko": "{l}. {b}: 시사하는 소견이 거의 없습니다."}}
SMALL_TALK = {
    "en": (["Hello", "Hi there!", "Who are you?", "What can you do?", "Tell me a joke.", "How is the weather?",
            "Thanks!", "Write a poem.", "What is 2+2?", "Can you diagnose me?", "help", "Good morning",
            "I have a headache, what should I do?", "Which model are you?", "What is the capital of France?"],
           "I am a tiny demonstration model. I practise licensing-style questions about {count} conditions, in Korean and "
           "English, and I am not for medical use. Give me a case or ask me about one of them."),
    "ko": (["안녕", "안녕하세요", "누구세요?", "무엇을 할 수 있나요?", "농담해 줘.", "오늘 날씨는?", "고마워요", "시를 써 줘.", "2+2는?",
            "저를 진단해 줄 수 있나요?", "머리가 아픈데 어떻게 하죠?", "도와줘", "어떤 모델이에요?", "수도가 어디야?", "반가워"],
           "저는 아주 작은 시연용 모델입니다. {count}개 질환에 대한 국가시험 형식의 문항을 한국어와 영어로 연습하며, 의료 용도가 아닙니다. 증례를 "
           "주시거나 아는 질환에 대해 물어보세요.")}
EXAMPLE_HEADS = {"en": ("Question", "Answer"), "ko": ("문제", "정답")}
LETTER_DRILLS = {"en": ["Which letters do these options have: {x}?", "Give the letter of each: {x}."],
                 "ko": ["다음 보기의 글자를 적어 주세요: {x}.", "{x}: 각각 몇 번 보기인가요?"]}
