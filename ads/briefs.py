"""The brief: what a person writes about what they sell. Its rules serve form, API and command alike."""

import dataclasses
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ads import lines, phrases, questions
from ads.clean_text import clean
from ads.languages import LANGUAGES, name_of, unwritten
from vigen_site.errors import Invalid

TONES = (
    "friendly",
    "warm",
    "energetic",
    "professional",
    "reassuring",
    "motivational",
    "playful",
    "luxurious",
    "calm",
)
FORMATS = {
    "9:16": "Tall, for stories and reels",
    "4:5": "Upright, for feeds",
    "1:1": "Square, for feeds",
    "16:9": "Wide, for screens",
}
VOICES = {
    "": "Chosen to fit the tone",
    "af_heart": "Heart, American woman",
    "af_bella": "Bella, American woman",
    "af_sarah": "Sarah, American woman",
    "am_michael": "Michael, American man",
    "am_puck": "Puck, American man",
    "am_fenrir": "Fenrir, American man",
    "bf_emma": "Emma, British woman",
    "bf_isabella": "Isabella, British woman",
    "bm_george": "George, British man",
    "bm_fable": "Fable, British man",
    "ef_dora": "Dora, Spanish woman",
    "em_alex": "Alex, Spanish man",
    "ff_siwis": "Siwis, French woman",
    "if_sara": "Sara, Italian woman",
    "im_nicola": "Nicola, Italian man",
    "pf_dora": "Dora, Brazilian woman",
    "pm_alex": "Alex, Brazilian man",
    "hf_alpha": "Alpha, Hindi woman",
    "hm_psi": "Psi, Hindi man",
    "jf_alpha": "Alpha, Japanese woman",
    "jm_kumo": "Kumo, Japanese man",
    "zf_xiaoxiao": "Xiaoxiao, Chinese woman",
    "zm_yunxi": "Yunxi, Chinese man",
    "none": "No voice",
    "own": "Your own recording",
}
OWN_VOICE = "own"
"""The voice of a brief that its ``recording`` speaks."""
SPEAKS = {"a": "en", "b": "en", "e": "es", "f": "fr", "i": "it", "p": "pt", "h": "hi", "j": "ja", "z": "zh"}
"""The language of a voice, by the first letter of its name."""
SLOWEST, FASTEST = 0.8, 1.25
SHORTEST, LONGEST = 6, 60
MOST_COLORS = 3
MOST_PICTURES = 6
LARGEST_SEED = 2**31 - 1

COLOR = re.compile(r"#[0-9a-fA-F]{6}\Z")


@dataclass(frozen=True)
class Brief:
    """A valid brief. Build it with ``read``; ``length`` is in seconds, ``speed`` 1 is the voice's natural pace.

    ``paid`` keeps words and captions clear of what apps lay over films that are paid for. Apps do so over
    9:16 alone: it changes nothing in other formats.

    A line of ``script``, if the person brings their own, is a scene: "what is shown | what is said".
    A line of ``pronunciations`` is "Nguyen = win": a word or phrase, and how it is said in plain letters.
    """

    name: str
    desc: str
    audience: str = ""
    tone: str = "friendly"
    offer: str = ""
    call_to_action: str = ""
    contact: str = ""
    language: str = "en"
    format: str = "9:16"
    length: int = 15
    brand_colors: tuple[str, ...] = ()
    voice: str = ""
    speed: float = 1.0
    pronunciations: tuple[str, ...] = ()
    captions: bool = True
    paid: bool = False
    pictures: tuple[str, ...] = ()
    logo: str = ""
    recording: str = ""
    seed: int = 0
    script: tuple[str, ...] = ()
    must_say: tuple[str, ...] = ()
    must_not_say: tuple[str, ...] = ()

    @property
    def said(self) -> dict[str, str]:
        """How single words are said: {"Nguyen": "win"}."""
        return dict(lines.halves(line) for line in self.pronunciations)

    def extras(self) -> dict[str, Any]:
        """Everything beside name and description, as JSON types, for the record and the API."""
        values = dataclasses.asdict(self)
        del values["name"], values["desc"]
        return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


FIELDS = tuple(field.name for field in dataclasses.fields(Brief))


def read(given: Mapping[str, Any]) -> Brief:
    """A brief from what a person sent. Unknown keys are ignored; ``duration`` is read as ``length``.

    Raises Invalid with a sentence for every field that breaks a rule, all at once.
    """
    values: dict[str, Any] = {}
    errors: dict[str, list[str]] = {}
    source = dict(given)
    if source.get("voice") is None and source.get("recording"):
        source["voice"] = (
            OWN_VOICE  # Whoever sends a recording and says nothing of voices means it to be heard.
        )
    if source.get("length") in (None, "") and "duration" in source:
        source["length"] = source["duration"]
    for name, rule in RULES.items():
        try:
            value = rule(source.get(name))
        except ValueError as error:
            errors[name] = [str(error)]
        else:
            if value is not None:
                values[name] = value
    if errors:
        raise Invalid(errors=errors)
    _check_across_fields(Brief(**values))
    return _silent_where_nobody_speaks(Brief(**values))


def _check_across_fields(brief: Brief) -> None:
    """Raise Invalid for what no field can know alone; TooLittleSaid when that is all there is."""
    mismatch, asked = _voice_mismatch(brief), _missing(brief)
    errors = {"voice": [mismatch]} if mismatch else {}
    if not brief.script and (nobody := unwritten(brief.language)):
        errors["language"] = [nobody]
    errors |= phrases.contradictions(
        brief.must_say, brief.must_not_say, promised=_promised(brief), seconds=brief.length
    )
    if asked:
        refusal = questions.TooLittleSaid(asked)
        refusal.errors |= errors
        raise refusal
    if errors:
        raise Invalid(errors=errors)


def _promised(brief: Brief) -> dict[str, str]:
    """What the ad has to say whatever else it says, by what it is called on the page."""
    lines = {f"line {place} of your script": line for place, line in enumerate(brief.script, 1)}
    return {
        "the name": brief.name,
        "the offer": brief.offer,
        "the call to action": brief.call_to_action,
        "the contact": brief.contact,
        **lines,
    }


def _missing(brief: Brief) -> tuple[str, ...]:
    """What the brief leaves open, as questions; asked before anything is spent on it."""
    if brief.script:
        return ()  # whoever brings a script has said what there is to say
    return questions.missing(
        name=brief.name,
        desc=brief.desc,
        offer=brief.offer,
        audience=brief.audience,
        call_to_action=brief.call_to_action,
    )


def _silent_where_nobody_speaks(brief: Brief) -> Brief:
    """A language without a voice of its own is shown and captioned, unless a voice was asked for."""
    speaks = brief.language.partition("-")[0] in SPEAKS.values()
    return brief if speaks or brief.voice else dataclasses.replace(brief, voice="none")


Rule = Callable[[Any], Any]


def _words(what: str, *, most: int, least: int = 0, lines: bool = False) -> Rule:
    def rule(value: Any) -> str | None:
        if value is None and least == 0:
            return None
        if not isinstance(value, str | None):
            raise ValueError(f"{what} must be text.")  # noqa: TRY004 -- a rule says no by ValueError alone.
        text = clean(value or "")
        if not lines:
            text = text.replace("\n", " ")
        if len(text) < least:
            raise ValueError(f"{what} is too short." if text else f"{what} is missing.")
        if len(text) > most:
            raise ValueError(f"{what} has {len(text):,} characters; {most:,} are the most.")
        return text

    return rule


def _description(value: Any) -> str:
    text: str = _words("The description", most=3000, lines=True)(value) or ""
    if len(text) < 10:
        raise ValueError("Describe what you sell in a sentence or two (at least 10 characters).")
    if sum(char.isalpha() for char in text) < 6:
        raise ValueError("The description has no words in it. Say what you sell and why people want it.")
    return text


def _one_of(what: str, options: tuple[str, ...]) -> Rule:
    def rule(value: Any) -> str | None:
        if value is None or (value == "" and "" not in options):
            return None
        if value not in options:
            known = ", ".join(option for option in options if option)
            raise ValueError(f"{what} '{clean(str(value))[:40]}' is not known. Choose one of: {known}.")
        return str(value)

    return rule


def _whole(what: str, least: int, most: int) -> Rule:
    def rule(value: Any) -> int | None:
        if value is None or value == "":
            return None
        try:
            number = int(value) if not isinstance(value, bool) and float(value) == int(value) else None
        except (TypeError, ValueError, OverflowError):
            number = None
        if number is None or not least <= number <= most:
            raise ValueError(f"{what} must be a whole number from {least} to {most}.")
        return number

    return rule


def _speed(value: Any) -> float | None:
    if value is None or value == "":
        return None
    try:
        number = round(float(value), 2) if not isinstance(value, bool) else None
    except (TypeError, ValueError, OverflowError):
        number = None
    if number is None or not SLOWEST <= number <= FASTEST:
        raise ValueError(f"The speed must be a number from {SLOWEST} to {FASTEST}; 1 is natural.")
    return number


def _voice_mismatch(brief: Brief) -> str:
    """Why the chosen voice cannot speak this ad, if it cannot."""
    speaks = SPEAKS.get(brief.voice[:1]) if brief.voice not in ("", "none") else None
    if speaks is None or speaks == brief.language.partition("-")[0]:
        return ""
    return (
        f"{VOICES[brief.voice]}, does not speak {name_of(brief.language)}. Choose another voice or language."
    )


def _colors(value: Any) -> tuple[str, ...] | None:
    if value is None:
        return None
    parts = value.replace(",", " ").split() if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(p, str) and COLOR.match(p) for p in parts):
        raise ValueError("Write colours as #rrggbb, such as #e4572e.")
    if len(parts) > MOST_COLORS:
        raise ValueError(f"Give at most {MOST_COLORS} colours.")
    return tuple(part.lower() for part in parts)


def _pictures(value: Any) -> tuple[str, ...] | None:
    """Ids of uploads; whose they are is for ``ads.uploads`` to say."""
    if value is None:
        return None
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
        raise ValueError("Give the picture_id of each picture that was sent.")
    wanted = tuple(dict.fromkeys(_picture_id(part) for part in parts if part))
    if len(wanted) > MOST_PICTURES:
        raise ValueError(f"Give at most {MOST_PICTURES} pictures.")
    return wanted


def _logo(value: Any) -> str | None:
    if value is None or value == "":
        return None
    return _picture_id(value)


def _recording(value: Any) -> str | None:
    if value is None or value == "":
        return None
    return _upload_id(value, "recording")


def _picture_id(value: Any) -> str:
    return _upload_id(value, "picture")


def _upload_id(value: Any, what: str) -> str:
    try:
        return str(uuid.UUID(value))
    except (ValueError, AttributeError, TypeError) as error:
        raise ValueError(f"{str(value)[:40]!r} is no {what} that was sent. Send it first.") from error


def _switch(value: Any) -> bool | None:
    if value is None or value == "":
        return None
    if value in (True, "true", "True", "on", "1", 1):
        return True
    if value in (False, "false", "False", "off", "0", 0):
        return False
    raise ValueError("Use true or false.")


RULES: dict[str, Rule] = {
    "name": _words("The name", least=1, most=80),
    "desc": _description,
    "audience": _words("The audience", most=200),
    "tone": _one_of("The tone", TONES),
    "offer": _words("The offer", most=200),
    "call_to_action": _words("The call to action", most=80),
    "contact": _words("The contact", most=120),
    "language": _one_of("The language", tuple(LANGUAGES)),
    "format": _one_of("The format", tuple(FORMATS)),
    "length": _whole("The length in seconds", SHORTEST, LONGEST),
    "brand_colors": _colors,
    "voice": _one_of("The voice", tuple(VOICES)),
    "speed": _speed,
    "pronunciations": lines.pronunciations,
    "captions": _switch,
    "paid": _switch,
    "pictures": _pictures,
    "logo": _logo,
    "recording": _recording,
    "seed": _whole("The seed", 0, LARGEST_SEED),
    "script": lines.script,
    "must_say": phrases.read,
    "must_not_say": phrases.read,
}
