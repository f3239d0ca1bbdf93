"""How a script is made: whole lines, clean cuts, no repetition, nothing risky, a pace that can be spoken."""

import re
from collections import Counter
from collections.abc import Callable

from spacy.tokens import Token

from ads.phrases import PROFANE, risky
from generation.crew.brief import Brief
from generation.crew.copywriter.grammar.lexicon import words
from generation.crew.copywriter.grammar.patterns import PHONE
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.grammar.spoken import spoken_words
from generation.crew.copywriter.screen.telegrams import telegrams
from generation.crew.copywriter.screen.text import phrases
from generation.crew.findings import Finding, Score
from generation.crew.plain.tongues import SEPARABLE, TONGUES
from generation.studio.script import Script, ScriptScene

TOO_FAST = 3.1
VERY_SHORT, LEEWAY_SECONDS = 10, 2.0
"""An ad of less than ten seconds may last two more: name, offer and a telephone number take as long as they take."""
TOO_SPARSE = 0.6
_CLICHES = re.compile(
    r"\b(?:game[- ]chang\w+|next level|look no further|unleash\w*|elevate your|unlock (?:the|your)|"
    r"experience the difference|"
    r"like never before|take .{3,20} to new heights|in today's (?:fast-paced )?world|"
    r"say goodbye to .{3,30} and hello to|"
    r"one-stop[- ]shop|cutting[- ]edge|state[- ]of[- ]the[- ]art|synerg\w+|embrace the|dive into)\b",
    re.IGNORECASE,
)
_BEFORE_TO = {"have", "want", "need", "like", "love", "used", "got", "able", "going", "hope", "plan"}
# Words that may stand twice in a row, here and in the other languages.
_TWICE = {"that", "had", "very", "so", "bye", "night", "vous", "nous", "sie", "die", "das", "der"}
_WITH_PARTICLE = {
    "join",
    "drop",
    "come",
    "log",
    "check",
    "chip",
    "tune",
    "move",
    "settle",
    "stop",
    "pop",
    "jump",
    "dig",
    "roll",
    "walk",
    "call",
    "swing",
}
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\bDr\.)(?<!\bSt\.)(?<!\bMr\.)(?<!\bMrs\.)\s+")
_DANGLING = words("never_last")


def made_badly(brief: Brief, script: Script) -> list[Finding]:
    """Everything wrong with the making of the script."""
    found = [finding for scene in script.scenes for finding in _scene(brief, scene)]
    return found + _repeated(brief, script) + _pace(brief, script) + unsafe(script) + _cliches(script)


def _scene(brief: Brief, scene: ScriptScene) -> list[Finding]:
    ends = dangles if brief.base_language == "en" else _ends_abroad(brief)
    # Abroad the lines are the brief's own sentences, whole as they were typed.
    ends_of_line = dangles if brief.base_language == "en" else _never
    found = _line(scene.narration, ends_of_line, own=brief.text) + _screen_length(scene.on_screen_text)
    if is_cut(scene) if brief.base_language == "en" else ends(scene.on_screen_text):
        found.append(
            _clarity(
                "cut_text",
                f"the text on the picture “{scene.on_screen_text}” is cut in mid-phrase",
                0.42,
                "Show a whole phrase there, of one to six words.",
            )
        )
    return found


def is_cut(scene: ScriptScene) -> bool:
    """Whether what an English scene shows is torn out of its phrase."""
    dialled = PHONE.search(scene.on_screen_text)
    if dialled and dialled.end() == len(scene.on_screen_text):
        return False  # "Call 01 555 0122 | day and night"
    if scene.source and _bare(scene.narration.lstrip("“")).startswith(_bare(scene.on_screen_text)):
        return False  # of somebody's words the first
    return dangles(scene.on_screen_text) or _cut_inside(scene)


def _never(_: str) -> bool:
    return False


def _ends_abroad(brief: Brief) -> Callable[[str], bool]:
    """The test for a dangling end in the brief's language; without one, nothing dangles."""
    tongue = TONGUES.get(brief.base_language)
    last = tongue.bound - SEPARABLE if tongue is not None else frozenset[str]()

    def dangling(text: str) -> bool:
        words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text.lower())
        return len(words) > 1 and words[-1] in last and not re.search(r"\d\W*$", text)

    return dangling


def _line(narration: str, ends: Callable[[str], bool], *, own: str) -> list[Finding]:
    """``own``: what the person wrote, where a word may stand twice ("puff puff")."""
    text = narration.strip()
    if not text:
        return [_clarity("silent_scene", "one scene says nothing", 0.3, "Give it a sentence to say.")]
    found = []
    breaks = ends(text.rstrip('.!?”"')) and not _is_stranded(text) and not _ends_so(text, own)
    if breaks or text[-1] not in '.!?”"“»…。！？」』।؟۔':
        found.append(_clarity("cut_line", f"the line “{text}” breaks off", 0.45, "Finish the sentence."))
    twice = re.search(r"\b(\w+) \1\b", text, re.IGNORECASE)
    if twice and twice.group(1).lower() not in _TWICE and twice.group().lower() not in own.lower():
        said = f"“{twice.group()}” says a word twice, in “{text}”"
        found.append(_clarity("doubled_word", said, 0.42, "Take one of them out."))
    longest = max((spoken_words(one) for one in re.split(r"(?<=[.!?])\s", text)), default=0)
    if longest > 26:
        said = f"“{text[:80]}…” has {longest} words in one breath"
        found.append(_clarity("long_line", said, 0.12, "Make two sentences of it."))
    return found


def _ends_so(text: str, own: str) -> bool:
    """Whether what the person wrote ends in the same words: "breakfast all in."."""
    last = r"\W+".join(re.escape(word) for word in re.findall(r"\w+", text)[-3:])
    return re.search(rf"\b{last}(?=\s*(?:[.!?;,]|\n|$))", own, re.IGNORECASE) is not None


def _is_stranded(text: str) -> bool:
    """ "Yours is the only one we think about.": a preposition that is rightly last."""
    words = [token for token in parse(re.split(r"(?<=[.!?])\s+", text)[-1]) if not token.is_punct]
    last = words[-1]
    return bool(last.dep_ == "prep" and last.head.dep_ == "relcl" and last.head.i < last.i)


def dangles(text: str) -> bool:
    """Whether the text ends in a word that cannot be a last word ("as they" is caught by the parse, "of
    the" here).
    """
    words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text.lower())
    if len(words) > 1 and words[-1] == "to" and words[-2] in _BEFORE_TO:
        return False  # "so you don't have to"
    if len(words) > 1 and words[-1] in {"in", "on", "by", "over"} and _is_particle(text):
        return False  # "stay and join in", "Roll in", "a van for moving in"
    return bool(words) and words[-1] in _DANGLING and len(words) > 1 and not re.search(r"\d\W*$", text)


def _is_particle(text: str) -> bool:
    """Whether the last word belongs to the verb right before it."""
    last = [token for token in parse(f"{text.strip(' .!?')}.") if not token.is_punct][-1]
    before = last.nbor(-1) if last.i > 0 else last
    return before.pos_ in {"VERB", "AUX"} or before.lower_ in _WITH_PARTICLE or last.tag_ == "RP"


def _cut_inside(scene: ScriptScene) -> bool:
    """Whether the shown words stand in the line one after the other but are not a phrase of it."""
    shown = _bare(scene.on_screen_text)
    # What stands before and after a colon is a phrase of its own.
    for part in re.split(r"(?<=[.!?])\s+|(?<=:)\s+", scene.narration):
        sentence = f"{part[:1].upper()}{part[1:]}".rstrip(":")
        whole = _bare(sentence)
        if shown and shown != whole and f" {shown} " in f" {whole} ":
            if shown in {_bare(piece) for piece in sentence.split(", ")}:
                return False
            possible = {_bare(phrase) for phrase in (*phrases(sentence), *telegrams(sentence))}
            return shown not in possible and _ends_badly(sentence, shown)
    return False


def _between_borders(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the run of words starts a sentence or follows "is", and ends at an "and" or at its end."""
    begins = start == 0 or tokens[start - 1].lemma_ == "be" or tokens[start - 1].tag_ == "PRP"
    if not begins or end == len(tokens):
        return begins
    follows = tokens[end].dep_ == "cc" or tokens[end].lower_ in {"where", "when", "while", "because", "so"}
    return follows and tokens[end - 1].pos_ in {"NOUN", "PROPN"}


def _ends_badly(sentence: str, shown: str) -> bool:
    """A second opinion, for cuts that are fine although the parse does not propose them: where does the
    next word hang?
    """
    doc = parse(sentence.strip())
    words = shown.split()
    tokens = [token for token in doc if _bare(token.text)]
    for start in range(len(tokens) - len(words) + 1):
        run = tokens[start : start + len(words)]
        if [_bare(token.text) for token in run] == words:
            if _between_borders(tokens, start, start + len(words)):
                return False
            last = run[-1]
            inside = {token.i for token in run}
            hanging = any(
                child.i not in inside and child.dep_ in _BOUND for token in run for child in token.children
            )
            return hanging or (
                last.head.i > last.i and last.head.i not in inside and last.dep_ not in {"nsubj", "npadvmod"}
            )
    return False


_BOUND = {"dobj", "attr", "acomp", "xcomp", "ccomp", "pobj", "prt", "oprd", "pcomp"}


def _bare(text: str) -> str:
    return re.sub(r"[^\w€$£%'@./-]+", " ", text.lower()).strip(" .")


def _screen_length(text: str) -> list[Finding]:
    count = len(text.split())
    said, advice = f"“{text}” are {count} words on the picture", "Up to six can be read in time."
    if count == 0:
        return [_clarity("screen_length", "one scene shows no words", 0.42, "Give it one to six words.")]
    cost = 0.42 if count > 8 else 0.06
    return [_clarity("screen_length", said, cost, advice)] if count > 6 else []


def _repeated(brief: Brief, script: Script) -> list[Finding]:
    """What is shown or said twice. The plain writer shows and says the name where it has nothing shorter."""
    free = {_bare(brief.name)} if brief.base_language != "en" else set[str]()
    named = {_bare(brief.name)}
    shown = Counter(_bare(scene.on_screen_text) for scene in script.scenes)
    said = Counter(
        _bare(line) for scene in script.scenes for line in _SENTENCE.split(scene.narration) if line
    )
    found = [
        _flow("repeated_text", f"“{text}” is shown {times} times", "Show it once.")
        for text, times in shown.items()
        if times > 1 and text not in free
    ]
    found += [
        _flow("repeated_line", f"“{text}” is said {times} times", "Say it once.")
        for text, times in said.items()
        if times > 1 and " " in text and not any(text in name for name in named)
    ]
    return found


def _pace(brief: Brief, script: Script) -> list[Finding]:
    rate = pace(brief, script)
    if rate > TOO_FAST:
        return [
            Finding(
                Score.CLARITY,
                "too_fast",
                f"these are {rate:.1f} words a second, and {TOO_FAST} is the most that can be followed",
                0.42,
                stops=True,
                advice="Make the ad longer, or say less.",
            )
        ]
    if rate < TOO_SPARSE:
        return [
            Finding(
                Score.FLOW,
                "too_sparse",
                f"these are {rate:.1f} words a second, which leaves most of the ad silent",
                0.2,
                advice="Tell more in the brief, or make the ad shorter.",
            )
        ]
    return []


def pace(brief: Brief, script: Script) -> float:
    """Spoken words a second over the wanted length, and over the leeway of a very short ad."""
    leeway = LEEWAY_SECONDS if brief.length < VERY_SHORT else 0.0
    return spoken_words(script.narration) / (max(1.0, brief.length) + leeway)


def unsafe(script: Script) -> list[Finding]:
    """Promises that no ad may make, and words that no ad may use."""
    text = " ".join([script.title, script.narration, *(scene.on_screen_text for scene in script.scenes)])
    promised = {one.lower() for one in risky(text)}
    rude = {match.group().lower() for match in PROFANE.finditer(text)}
    found = [
        _unsafe("risky_claim", f"“{word}” is a promise that no ad may make", 0.5, "Say what it does instead.")
        for word in sorted(promised)
    ]
    return found + [
        _unsafe("profanity", f"“{word}” may not be said in an ad", 0.6, "Use another word.")
        for word in sorted(rude)
    ]


def _cliches(script: Script) -> list[Finding]:
    worn = {match.group().lower() for match in _CLICHES.finditer(script.narration)}
    return [
        Finding(
            Score.CREATIVITY, "cliche", f"“{phrase}” is a worn phrase", 0.15, advice="Say it your own way."
        )
        for phrase in sorted(worn)
    ]


def _clarity(code: str, evidence: str, cost: float, advice: str) -> Finding:
    return Finding(Score.CLARITY, code, evidence, cost, stops=cost >= 0.4, advice=advice)


def _flow(code: str, evidence: str, advice: str) -> Finding:
    return Finding(Score.FLOW, code, evidence, 0.42, stops=True, advice=advice)


def _unsafe(code: str, evidence: str, cost: float, advice: str) -> Finding:
    return Finding(Score.SAFETY, code, evidence, cost, stops=True, advice=advice)
