"""The words of an argument in English. Every step has several builds, so that no fixed form can be leant on.

Names that a template may ask for: a, b the candidates, q the words quoted, n what they mean, x the condition asked about,
l a letter."""

SAME = ['"{q}" ', '"{q}": this ', 'The "{q}" ']
NAMED = ['"{q}" means {n}; it ', '"{q}" is {n}, which ', '"{q}": {n}. It ', 'I read "{q}" as {n}; this ', '"{q}", that is {n}, ']
RELATION = {
    "strong": ["strongly suggests {a}.", "is characteristic of {a}.", "weighs heavily for {a}."],
    "strong+": ["is characteristic of {a} and possible in {b}.", "strongly suggests {a}, though {b} can show it too."],
    "strong+strong": ["strongly suggests both {a} and {b}."],
    "typical": ["fits {a} well.", "is common in {a}.", "is typical of {a}."],
    "typical+typical": ["fits both {a} and {b}.", "is common in {a} and in {b}."],
    "typical+": ["fits {a} well and can occur in {b}.", "is typical of {a} and possible in {b}."],
    "possible": ["can be seen in {a} but is not specific.", "is a weak clue for {a}."],
    "possible+": ["can be seen in {a} or {b} and is not specific.", "is a weak clue, possible in {a} and in {b}."],
    "none": ["does not separate the candidates.", "supports none of the candidates."]}
DENIED = ['"{q}" makes {a} less likely.', '"{q}" is a point against {a}.', '"{q}" speaks against {a}.']
DENIED_NOTHING = ['"{q}" changes nothing.', '"{q}": this does not separate the candidates.']
UNKNOWN = ['"{q}" is not a finding I know, so I leave it out.', '"{q}": I was not taught this finding and do not use it.']
IMPRESSION = ["At first {a} comes to mind.", "So far {a} seems likely.", "My first impression is {a}."]
RIVALS = ["Let me compare {a} and {b}.", "The leading candidates are {a} and {b}.", "It is either {a} or {b}.",
           "That leaves {a} and {b}."]
TURNED = ["On second thought {a} fits better than {b}.", "But {b} does not explain enough; consider {a}.",
           "Wait: {a} explains the rest better than {b}."]
REASONS = {
    "denied": ['"{q}" argues against {b}.', '{b} goes less well with "{q}".'],
    "unexplained": ["{b} does not explain {n}.", "{n} is left unexplained by {b}."],
    "missing": ["{n}, which would point to {b}, is not mentioned.", "Nothing is said of {n}, which would suggest {b}."]}
FOREIGN = ["That is not {x}.", "It does not belong to {x}.", "It says nothing for {x}."]
FOUND = {True: ["{l} is the one that fits.", "So it may be {l}."], False: ["{l} stands out.", "{l} is the odd one."]}
NO_RIVAL = ["Only {a} explains these findings together.", "No other candidate explains these findings.",
             "There is no serious rival."]
