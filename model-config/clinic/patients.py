"""Who the vignette is about: an age and sex that suit a condition, in words."""
import dataclasses

_CHILD_BELOW = 15
_ENGLISH_CHILD_BELOW = 18
_PER_YEAR = {"w": 52, "m": 12, "y": 1}
_UNITS = {"w": ("week", "주"), "m": ("month", "개월"), "y": ("year", "세")}


@dataclasses.dataclass(frozen=True)
class Patient:
    """`unit` is y, m or w; `sex` m or f."""
    age: int
    unit: str
    sex: str

    @property
    def is_child(self):
        """Whether Korean calls the patient a boy or a girl."""
        return self.unit != "y" or self.age < _CHILD_BELOW

    @property
    def years(self):
        """The age in years."""
        return self.age / _PER_YEAR[self.unit]

    def called(self, language):
        """ "34세 남자", "A 34-year-old man"."""
        english, korean = _UNITS[self.unit]
        if language == "ko":
            return f"{self.age}{korean} {self._noun_ko()}"
        article = "An" if self.age in (8, 11, 18) or 80 <= self.age < 90 else "A"
        return f"{article} {self.age}-{english}-old {self._noun_en()}"

    def short(self, language):
        """As notes have it: "34/M"; None for infants, whom notes call otherwise."""
        return f"{self.age}{ {'ko': '/', 'en': ''}[language]}{self.sex.upper()}" if self.unit == "y" else None

    def _noun_ko(self):
        if self.is_child:
            return {"m": "남아", "f": "여아"}[self.sex]
        return {"m": "남자", "f": "여자"}[self.sex]

    def _noun_en(self):
        if self.is_child or self.age < _ENGLISH_CHILD_BELOW:
            return {"m": "boy", "f": "girl"}[self.sex]
        return {"m": "man", "f": "woman"}[self.sex]

    def fill(self, text):
        """`text` with {He}, {he}, {his}, {him} for this patient."""
        he, his, him = ("he", "his", "him") if self.sex == "m" else ("she", "her", "her")
        for name, word in (("He", he.capitalize()), ("His", his.capitalize()), ("he", he), ("his", his), ("him", him)):
            text = text.replace("{" + name + "}", word)
        return text


def patient(rng, condition):
    """A patient who could have `condition`."""
    unit = condition.age[-1] if condition.age[-1] in "wm" else "y"
    low, high = (int(x) for x in condition.age.rstrip("wm").split("-"))
    return Patient(age=rng.randint(max(low, 1), high), unit=unit, sex=rng.choice(condition.sex))
