import pytest

from ..korean import fill, with_particle


@pytest.mark.parametrize("word,pair,expected", [
    ("통풍", "을/를", "통풍을"), ("협착", "이/가", "협착이"), ("증후군", "으로/로", "증후군으로"), ("급성 폐렴", "이다/다", "급성 폐렴이다"),
    ("황달", "으로/로", "황달로"), ("CRP 8.2 mg/dL", "이/가", "CRP 8.2 mg/dL가"), ("WBC 14,800/mm³", "이/가", "WBC 14,800/mm³가"),
    ("백혈구 14,800/μL(참고치 4,000–10,000)", "이/가", "백혈구 14,800/μL(참고치 4,000–10,000)가"),
    ("산소포화도 88%", "을/를", "산소포화도 88%를"), ("체온 38.6℃", "이/가", "체온 38.6℃가"), ("RLQ pain", "을/를", "RLQ pain을"),
    ("fasciculation 소견", "이/가", "fasciculation 소견이"), ("DM", "이/가", "DM이"), ("HTN", "을/를", "HTN을"), ("COPD", "이/가", "COPD가"),
    ("C3", "은/는", "C3은"), ("답 C", "이다/다", "답 C다"), ("L", "으로/로", "L로"), ("edema", "을/를", "edema를"),
    ("혈압 82/48 mmHg", "이/가", "혈압 82/48 mmHg가")])
def test_particles_follow_the_sound(word, pair, expected):
    assert with_particle(word, pair) == expected


def test_a_template_takes_words_with_and_without_particles():
    assert fill("{a:은/는} {b}, \"{a}\"{a!:이/가} 있다", a="기침", b="x") == "기침은 x, \"기침\"이 있다"


def test_a_template_names_what_it_lacks():
    with pytest.raises(ValueError, match="'b'"):
        fill("{a} {b}", a="기침")
