"""From what somebody typed to clean sentences: bullets, shouting, run-ons and emojis put in order, no word
changed.
"""

import re
from dataclasses import dataclass

from generation.crew.copywriter.facts.mending import mended
from generation.crew.copywriter.facts.splices import is_told
from generation.crew.copywriter.grammar.lexicon import words
from generation.crew.copywriter.grammar.reading import parse

_BULLET = re.compile(r"^\s*(?:[-*•·–—►✓✔✅]|\(?\d{1,2}[.)])\s+")
_STEP = re.compile(r"^\s*(?:step\s+)?\(?\d{1,2}[.):]\s+", re.IGNORECASE)
_INLINE_STEPS = re.compile(r"(?:^|\s)\(?[1-9][.)]\s+(?=\w)")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
_PICTOGRAM = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u2b50]")
_END = re.compile(r"(?<=[.!?])[\"”']?\s+(?=[\"“'(]?[\w€$£#])|(?<=[.!?][\"”])\s+(?=[\"“(]?[A-Z\d€$£])")
_ABBREVIATIONS = (
    "e.g.",
    "ext.",
    "tel.",
    "Mt.",
    "i.e.",
    "etc.",
    "approx.",
    "No.",
    "St.",
    "Mr.",
    "Mrs.",
    "Ms.",
    "Dr.",
    "vs.",
    "min.",
    "max.",
)
_CIVILITY = re.compile(
    r"(?:hi|hello|hey|hiya|good (?:morning|day|evening)|dear \w+|thanks|thank you|cheers|many thanks|"
    r"(?:best|kind) regards|please help)"
    r"(?: (?:there|all|everyone|everybody|guys|folks|team|so much|a lot|in advance))?\W*",
    re.IGNORECASE,
)
# What goes on with the phrase before it: "or …", "who …", and the hours and the day of what was named.
_BOUND = re.compile(
    r"(?:or|an?|which|who|whose|where|because|so|but) |\d{1,2}(?:[.:]\d\d)?(?: ?[ap]m)? (?:to|till|until)\b|"
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)days?) |St\.? [A-Z]|\d+ [A-Z]"
)
_SPEAKER = r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'.-]*)?(?:, (?:\d{2}|[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?))?"
"""Who said it, where only the name follows: “I heard my granddaughter.” Walter, 78."""
_LONG_HALF = 4
_DOT = "\u2024"
# 'She caught my nan laughing. I'd pay for that.': a quotation between the marks that also stand for apostrophes.
_BRITISH = re.compile(r"(?:(?<=^)|(?<=[\s(:]))'([A-Z][^'\n]*(?:'(?=\w)[^'\n]*)*[.!?,]?)'(?!\w)", re.MULTILINE)
_SAID = re.compile(r"“[^“”\n]{4,200}”")
# Words that stand in capitals for their weight alone.
_LOUD = re.compile(
    r"(?<=[a-z,;] )(?:NOT|NO|ALL|AND|OR|YOU|YOUR|WE|OUR|ANY|NEW|FREE|VERY|REAL|ONLY|NEVER|EVERY)(?=[\s,.!])"
)
_FIXED_CAPITALS = {word.lower(): word for word in words("fixed_capitals")}


@dataclass(frozen=True)
class Sentence:
    """One clean sentence. ``bulleted`` and ``step`` remember that it stood in a list or a numbered list;
    ``typed`` is what stands in the brief, slips and all; ``under`` is the heading of its list;
    ``entries`` are those of a list that was made into one sentence.
    """

    text: str
    bulleted: bool = False
    step: bool = False
    typed: str = ""
    under: str = ""
    entries: tuple[str, ...] = ()


def sentences(text: str, *, keep: str = "") -> tuple[Sentence, ...]:
    """The sentences of a text in order. Words of ``keep`` (the brand) are never changed in case."""
    found: list[Sentence] = []
    text = _quieten(text, keep)
    text = text if "&" in keep else text.replace(" & ", " and ")
    heading = ""
    for line, bulleted, step in _lines(_signs(text)):
        if line.endswith(":") and not bulleted:
            heading = line.rstrip(":")
            continue
        heading = heading if bulleted else ""
        pieces = _split(line) if not step else [line]
        for piece in pieces:
            text = _finish(mended(piece, keep=keep))
            told = re.search(r"\w", text) and not _CIVILITY.fullmatch(text)
            found += [Sentence(text, bulleted, step, piece, heading)] if told else []
    return tuple(found)


def _signs(text: str) -> str:
    """One sign for each purpose: curly quotes in pairs, single exclamation marks, "5 am" for "5 a.m."."""
    text = _PICTOGRAM.sub(" ", _MARKUP.sub(" ", text.replace("\r\n", "\n")))
    text = re.sub(r"[„«‟]|(?<![\w.!?,])\"(?=\S)", "“", text)
    text = re.sub(r"»|\"", "”", text)
    text = _BRITISH.sub(r"“\1”", text.replace("’", "'").replace("‘", "'"))
    text = re.sub(r"”\s*\(([^()]{2,60})\)", r"” – \1", text)
    text = re.sub(rf"”\s+(?={_SPEAKER}(?:\.|\n|$))", "” – ", text, flags=re.MULTILINE)
    text = re.sub(r"!+(\s*\?)?|\?+!+|\?{2,}", lambda match: "?" if "?" in match.group() else "!", text)
    text = re.sub(r"\.{2,}|…", ".", text)
    text = re.sub(r"(\d)\s?([apAP])\.\s?[mM]\.(?=\s*$|\s+[A-Z“])", r"\1 \2m.", text, flags=re.MULTILINE)
    text = re.sub(r"(\d)\s?([apAP])\.\s?[mM]\.", r"\1 \2m", text)
    text = re.sub(r"([€$£])\s+(?=\d)", r"\1", text)
    text = re.sub(r"(?<=\d)[ \t]+[–—-][ \t]+(?=\d)", " to ", text)
    text = re.sub(r"(?<=\w)[ \t]+[–—-]{1,2}[ \t]+(?=[€$£]\d)", " ", text)
    text = re.sub(r"(?<=\w)[ \t]+[–—-]{1,2}[ \t]+(?=\w)", lambda dash: _dashed(text, dash), text)
    # A dash between phrases is a comma; before a name, after a quotation, it stays.
    return re.sub(r"(?<=[\w)])[ \t]+[–—-]{1,2}[ \t]+(?=\w)", ", ", re.sub(r"[ \t]+", " ", text))


def _lines(text: str) -> list[tuple[str, bool, bool]]:
    """Lines with what they were: (text, bulleted, step). Wrapped lines of one paragraph are joined."""
    inline = _INLINE_STEPS.split(text)
    counted = [int(number) for number in re.findall(r"\d", "".join(_INLINE_STEPS.findall(text)))]
    if len(inline) >= 3 and "\n" not in text and counted == list(range(1, len(counted) + 1)):
        head = [(inline[0], False, False)] if inline[0].strip() else []
        return head + [(part.strip(" ;,"), True, True) for part in inline[1:] if part.strip()]
    rows: list[tuple[str, bool, bool]] = []
    for raw in text.split("\n"):
        line = re.sub(r"(?<=[.!?])\s+[A-Z][\w ]{2,24}:$", "", raw.strip())
        if not line:
            continue
        if re.fullmatch(r"[A-Za-z][\w ']{2,30}:", line):
            rows.append((line, False, False))
            continue
        step, bulleted = bool(_STEP.match(line)), bool(_BULLET.match(line))
        line = _STEP.sub("", line) if step else _BULLET.sub("", line)
        wrapped = rows and not bulleted and not step and line[:1].islower() and rows[-1][0][-1] not in ".!?:"
        if wrapped and len(rows[-1][0]) > 40:
            rows[-1] = (rows[-1][0] + " " + line, *rows[-1][1:])
        else:
            rows.append((line, bulleted, step))
    return rows


def _split(line: str) -> list[str]:
    # What somebody said may be several sentences, and is one quotation.
    line = re.sub(r"(?<=\d )(incl|excl)\.(?= [a-z])", rf"\1{_DOT}", line)  # "£49 incl. x-rays"
    guarded = _SAID.sub(lambda said: re.sub(r"([.!?])(?=\s+\S)", _guard, said.group()), line)
    for short in _ABBREVIATIONS:
        guarded = re.sub(
            rf"(?<!\w){re.escape(short)}", short.replace(".", _DOT), guarded, flags=re.IGNORECASE
        )
    pieces = [_unguarded(piece).strip() for piece in _END.sub(_keep_quote, guarded).split("\n")]
    return [part for piece in pieces for part in _unchain(piece)]


def _dashed(text: str, dash: re.Match[str]) -> str:
    """A dash between two long halves parts sentences; between short ones it is a comma."""
    before = re.split(r"[.!?\n:]", text[: dash.start()])[-1]
    after = re.split(r"[.!?\n]", text[dash.end() :])[0]
    paired = any(re.search(r"\s[–—-]\s", half) for half in (before, after))
    bound = re.match(
        r"(?:and|or|but|so|which|who|where|with|for|from|in|at|by|code|use|no|not|the|an?)\b", after
    )
    parts = min(len(before.split()), len(after.split())) >= _LONG_HALF and not paired and not bound
    return ". " if parts else ", "


_GUARDS = {".": _DOT, "!": "\u01c3", "?": "\u0241"}


def _guard(match: re.Match[str]) -> str:
    return _GUARDS[match.group()]


def _unguarded(piece: str) -> str:
    for sign, guard in _GUARDS.items():
        piece = piece.replace(guard, sign)
    return piece


def _keep_quote(match: re.Match[str]) -> str:
    return match.group().rstrip() + "\n"


def _unchain(piece: str) -> list[str]:
    """A run-on of four or more phrases joined by commas becomes as many sentences; a plain list stays
    whole.
    """
    bare = piece.rstrip(".!? ")
    parts = re.split(r",\s+(?:and\s+)?(?![^(]*\))|\s+and\s+(?=(?:we|you|they|it|if|when)\s)|;\s+", bare)
    long_enough = len(parts) >= 4 and len(bare.split()) >= 3.2 * len(parts)
    long_enough = long_enough and min(len(part.split()) for part in parts) > 2
    # "AC repair, duct cleaning and tune-ups in Mesa and Gilbert" is one row.
    row = re.search(r" and (?!(?:we|you|they|it|if|when|i|the)\b)", bare.rpartition(",")[2]) is not None
    told = any(is_told(part) for part in parts)  # statements are taken apart when slips are mended
    if not long_enough or row or told or "“" in piece:
        return [part for part in re.split(r";\s+|\s[|/]\s", piece) if part]
    return _rejoin(parts)


def _rejoin(parts: list[str]) -> list[str]:
    """One-word parts belong to the phrase before them."""
    joined: list[str] = []
    for part in parts:
        if joined and (len(part.split()) < 2 or _BOUND.match(part) or _goes_on(joined[-1], part)):
            joined[-1] += ", " + part
        else:
            joined.append(part)
    return joined


def _goes_on(before: str, part: str) -> bool:
    """ "is heated, | dry and watched by cameras": the second state of one thing."""
    last, first = parse(before)[-1], parse(part)[0]
    return last.tag_ in {"VBN", "JJ"} and first.tag_ in {"JJ", "VBN", "RB"} and " is " in f" {before} "


def _finish(piece: str) -> str:
    text = re.sub(r"\s+", " ", piece).strip(" -–—,;:")
    if not text:
        return ""
    text = re.sub(r"\bi\b(?!\.)", "I", text)
    text = re.sub(r"\b[a-z]{3,}\b", lambda match: _FIXED_CAPITALS.get(match.group(), match.group()), text)
    text = re.sub(r"!+$", ".", text)
    if not re.match(r"\S*\.\w{2,}", text) and not re.match(r"i[A-Z]", text):
        text = text[:1].upper() + text[1:]
    return text if text[-1] in ".?" or text.endswith(".”") else text + "."


def _quieten(text: str, keep: str) -> str:
    """Shouted words go back to lower case; the brand, codes with digits and short initials stay."""
    own = re.findall(r"\w+", keep)
    kept = {word.lower() for word in own}
    text = _LOUD.sub(lambda word: word.group().lower(), text)
    typed = [word for word in re.findall(r"[A-Za-z]{2,}", text) if word.lower() not in kept]
    shouting = len(typed) >= 3 and sum(word.isupper() for word in typed) > 0.6 * len(typed)
    least = 2 if shouting else 5

    def lower(match: re.Match[str]) -> str:
        word = match.group()
        before = text[: match.start()].lower().rstrip(" “")
        is_code = before.endswith(("code", "coupon", "voucher"))
        if word.isupper() and re.search(r"\b(?:text|sms|reply|type|say)$", before):
            return word  # "Text BUDS to 919 …": its capitals are its spelling
        if word.lower() in kept and word.isupper() and len(own) > 1 and word not in own:
            return word.lower()  # "SUMMER CAMP" for "Kidz Klub Summer Camp"
        if not word.isupper() or len(word) < least or word.lower() in kept or is_code:
            return word
        return word.lower()

    return re.sub(r"(?<![\w.])[A-Za-z]+(?![\w]*\d)(?![A-Za-z])", lower, text)
