"""The slips of a quick thumb put right before anybody reads on: short forms, apostrophes, known misspellings.

Nothing is guessed: a word is changed only when it is in the list of such slips (``words/misspelt.txt``), or when
the words around it leave one reading.
"""

import re
from collections.abc import Callable
from functools import cache

from generation.crew.copywriter.grammar.lexicon import words

_GREETING = re.compile(
    r"\A\s*(?:hi|hello|hey|hiya|good (?:morning|day|evening))(?: (?:there|all|everyone|everybody|guys|folks|team))?"
    r"(?:[,.!]+\s*|\s+)(?=(?:we|i|i'm|our|my|this|the|it|here|at)\b)",
    re.IGNORECASE,
)
_LAUGH = re.compile(r"[,\s]+(?:lol|haha+|hehe+|tbh|imo|xd|[:;]-?[)D])(?=\W*$)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\((?=[^()]*[^\W\d_]{2})([^()]{2,48})\)")
_LIMITS = re.compile(
    r"\b(?:until|except|excl\w*|only|not|from|to|min|max|by|free|incl\w*|with|without|code|before|after|or)\b|[€$£%]",
    re.IGNORECASE,
)
_LONG_ASIDE = re.compile(r"\s*\((?=[^()]*[^\W\d_]{2})[^()]{49,}\)")
_DAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
         "sun": "Sunday"}  # fmt: skip
_DAY = r"(mon|tues?|weds?|thurs?|thu|fri|sat|sun)(?:day|nesday|rsday|sday|urday)?"
_SPAN_OF_DAYS = re.compile(rf"\b{_DAY}\.?\s?(?:-|–|to|through|thru)\s?{_DAY}\b\.?", re.IGNORECASE)
_AGREES = re.compile(
    r"\b(?P<many>(?:your|our|all|these|those|most) (?!\w*(?:ss|us|is|news|lens)\b)[a-z]{2,}s) "
    r"(?P<verb>stays|works|comes|gets|takes|makes|needs|is|has|goes|looks|keeps|runs|lasts|fits|does|costs|arrives)\b",
    re.IGNORECASE,
)
_AMOUNT = r"(?P<n>\d[\d.,]*|an?|one|two|three|four|five|six|eight|ten|twelve|few|couple of|half an)"
_MADE = r"fired|made|baked|owned|run|ground|grown|friendly|roasted"
_HOW = r"by|in|on|at|with|from|every|since"
_KIN = r"(?:uncle|aunt|mum|mom|dad|grandm\w+|gran|nan|mother|father|brother|sister|wife|husband|grand(?:d?ad|father))"
_THEIRS = (
    r"(?:recipe|kitchen|hot|old|secret|shop|house|garden|bakery|table|farm|name|hands|favou?rite|own|famous)"
)
_LASTING = r"(?:(?:written |full |parts )?(?:warranty|guarantee)|trial|plan|course|pass|return|stay|supply|menu|money)"
_HE_OR_IT = r"(?:he|she|it|this|that|which)"


MONTHS = (
    ("jan", "January"), ("feb", "February"), ("mar", "March"), ("apr", "April"), ("jun", "June"), ("jul", "July"),
    ("aug", "August"), ("sept?", "September"), ("oct", "October"), ("nov", "November"), ("dec", "December"),
)  # fmt: skip


def _unit(short: str, whole: str) -> tuple[re.Pattern[str], Callable[[re.Match[str]], str]]:
    """ "9 yrs" is "9 years", "1 hr" is "1 hour"."""

    def said(match: re.Match[str]) -> str:
        one = match["n"].lower() in {"1", "a", "an", "one", "half an"}
        return f"{match['n']} {whole if one else whole + 's'}"

    return re.compile(rf"\b{_AMOUNT}\s?(?:{short})\b\.?(?!\w)", re.IGNORECASE), said


_UNITS = (
    _unit("hrs?", "hour"),
    _unit("mins?", "minute"),
    _unit("secs?", "second"),
    _unit("yrs?", "year"),
    _unit("wks?", "week"),
    _unit("mths?|mos", "month"),
)
# "Catering for 30 people | text 512 …", but "call or text 512 …".
_BEFORE_A_WAY = r"(?<=[a-z])(?<!\bor)(?<!\bto)(?<!\band)(?<!please)(?<!\bjust)(?<!\bus)(?<!\bcan)"
_PLAIN: tuple[tuple[str, str], ...] = (
    (r"\bif your (?=(?:stuck|new|late|lost|worried|ready|in|on|near|tired|stuck|unsure|looking|not)\b)", "if you're "),
    (r"\b(\w+) (?:of|off) em\b", r"\1 of them"),
    (r"\bsince (?='?\d\d(?!\d|[:.]\d| ?[ap]m| (?:years|yrs|months|weeks|days|hours)\b))'?(\d\d)\b", r"since '\1"),
    (r"\bno (\w+) no (?=\w+\b)", r"no \1, no "),
    (r"(?<=\d) (pick up|pickup|collection|closed|delivery) (?=(?:by|at|from|until|on) )", r", \1 "),
    (r"\b1st (?=time|class|year|floor|visit)", "first "), (r"\b2nd (?=time|floor|visit|child|dog)", "second "),
    (r"\b(for|in|until|till|before|by|since|through|from|end of|early|late|of) (may|march|august)\b(?= \d|[.,;!?]|$)",
     r"\1 \2~"),
    (r"(\d+ (?:minutes|hours|days|weeks|miles)) not (?=\d)", r"\1, not "),
    (r"\b(welcome|included|needed|required|accepted) (?=(?:we|you|I)(?:'ll|'re|'ve| will| can| are) )", r"\1: "),
    (r", min(?:imum)?\.? (?:of )?(?=\d+ (?:people|guests|heads))", ", for at least "),
    (r"^(shop|store|office|studio|café|cafe|kitchen|bar|showroom|workshop) open (?=\w)", r"the \1 is open "),
    (r"\bgf\b", "gluten-free"),
    (r"\b(even|only|not|on|except|and|open) ((?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b", r"\1 \2~"),
    (r"(?<=[a-z]) \+ (?=\w)", " and "),
    (rf"{_BEFORE_A_WAY} (txt|text|call|ring|whatsapp) (?=[+(]?\d{{3}})", r", \1 "),
    (r"(?<![\w€$£.,])(\d[\d,]*\d{2})\+ (?=[a-z])", r"more than \1 "),
    (r"\bits (?=(?:my|our|your|his|her|the|a|an|all|not|been|free|time|only|just|still|never|always) )", "it's "),
    (r"(?<=\w) now (it's|it is|we're|I'm) (?=\w)", r". Now \1 "),
    (r"^been here\b", "here"),
    (r"\bduring (?=(?:\d+|two|three|four|five|ten|twenty) (?:years|months|weeks)\b)", "for "),
    (r"\b(don't|doesn't|won't|can't|didn't) (\w+) nothing\b", r"\1 \2 anything"),
    (r"\b((?-i:[A-Z])\w+) St(?=,|\.?(?:\n|$))", r"\1 Street"), (r"\b((?-i:[A-Z])\w+) Rd(?=,|\.?(?:\n|$))", r"\1 Road"),
    (rf"\b(wood|hand|oven|family|stone|home|locally|freshly|dog|child) ({_MADE})(?= [a-z])(?! (?:{_HOW})\b)", r"\1-\2"),
    (r"\b(children|men|women)s (?=[a-z])", r"\1's "),
    (rf"\b((?:my|our|his|her|your) {_KIN})s (?={_THEIRS}\b)", r"\1's "),
    (r"\band its (?=\w+[.,!]|\w+$)", "and it's "),
    (r"(?<=, )been here (?=since\b)", "here "),
    (r"\b(\d{1,2}) ish\b", r"\1ish"),
    (r"\bw/\s?(?=\w)", "with "),
    (r"(?<=\d)\s?/\s?(?:hour|hr)\b", " an hour"),
    (r"(?<=\d)\s?/\s?(?:month|mo|mth)\b", " a month"),
    (r"(?<=\d)\s?/\s?(day|week|year|person|night|kg|piece|class|visit)\b", r" a \1"),
    (r"(?<=\d)\s?/\s?lb\b", " a pound"),
    (r"(?<=\d)\s?(?:p/m|pcm)\b", " a month"),
    (r"\b(?:approx\.?|ca\.|circa)\s(?=[\d€$£])", "about "),
    (r"(?<=[a-z] )max\.?\s(?=\d)|(?<=, )max\.?\s(?=\d)", "at most "),
    (r"(?<=[a-z] )min\.?\s(?=\d)|(?<=, )min\.?\s(?=\d)", "at least "),
    (r"(\d+|one|two|three|five|ten|twenty|thirty)(\+?) years experience\b", r"\1\2 years of experience"),
    (r"\b(\d+) ?(?:x|times)\b(?= (?:faster|more|longer|stronger|lighter))", r"\1 times"),
    (r"\bnr\.?\s?(?=\d)", "number "),
    (r"\btel\.?:?\s(?=[+\d(])", ""),
    (r"\b(\d) star\b", r"\1-star"),
    (r"\b(five|four) star\b", r"\1-star"),
    (r"\b(first|second) time (?=customer|buyer|client|visitor|guest|owner|parent|order)", r"\1-time "),
    (r"\bits (?=(?:the|a|an|so|very|not|all|been|really|like|never|always|just|only|free|time|hard|easy)\b)", "it's "),
    (r"\bits (?=(?:exactly|what|where|why|how|our|your|about|also|made|that)\b)", "it's "),
    (r"^been (doing this|in business|around|here|open|\w+ing \w+) (?:for )?(?:over )?(\d+|\w+) years\b",
     r"We've been \1 for \2 years"),
    (r"\b(\d+ \w+) in (month|week|year|day)\b", r"\1 a \2"),
    (r"\bafter this (?=[€$£]?\d)", "then "),
    (r"\b(?!1 )(\d[\d.,]*) euro\b", r"\1 euros"),
    (r"\bpartys\b", "parties"),
    *((rf"\b(\d{{1,2}}(?:st|nd|rd|th)?) {short}\b\.?(?=[,;.!?]|$| )", rf"\1 {whole}") for short, whole in MONTHS),
    (rf"\b(\d+) (year|day|month|week|hour|night)s? ({_LASTING})\b", r"\1-\2 \3"),
    (r"\byour (?=(?:over|under) \d|looking for|going to|welcome\b|invited|not\b|ready to|new (?:to|here))", "you're "),
    (r"\bits (?=[€$£\d])", "it's "),
    (r"^(\w+) is (\w+ed|broken|stuck|lost|torn|full)\?", r"\1 \2?"),
    (r"\bthru\b", "through"),
    (r"\b(?!1 )(\d[\d.,]*) (pound|dollar)\b(?=[.,;]|$| (?:per|a|an|each|for|the)\b)", r"\1 \2s"),
    (r"\bincl\.?(?=\s*(?:[.,(:]|$))", "included"), (r"\bincl\.? (?=\w)", "including "),
    (r"\b(more|less|better|rather|other|faster|cheaper|older|later) then (?=[\d€$£]|a |the |any)", r"\1 than "),
    (r"(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.,]\d|\d)", r"\1,\2"),
    (r"\b(I|we|they|you) been (?=\w+ing\b)", r"\1 have been "),
    (r"\b(\d+) hours notice\b", r"\1 hours' notice"),
    (r"\b(\d{1,2})\s?-\s?(\d{1,2})\s?([ap]m)\b", r"\1 to \2 \3"),
    (r"\b(\d{1,2})\s?([ap]m)\s?-\s?(\d{1,2})\s?([ap]m)\b", r"\1 \2 to \3 \4"),
    (r"([€$£]\d[\d.,]*\d) (?=free (?:shipping|delivery|returns))", r"\1, "),
    (r"(?<![\w€$£.,])(\d[\d.,]*)\s?([€£])(?!\w)", r"\2\1"),
    (r"\b(open|daily|week(?:day|end)s?|\w+days?) (\d{1,2}(?::\d\d)?)\s?[-–]\s?(\d{1,2}(?::\d\d)?)\b", r"\1 \2 to \3"),
    (r"\b(kids|children|toddlers|age[sd]?) (\d{1,2})\s?[-–]\s?(\d{1,2})\b", r"\1 \2 to \3"),
    (r"(?<=\d)\s?eur\b", " euros"), (r"\b(\d[\d.,]*) quid\b", r"£\1"), (r"\b(\d[\d.,]*) bucks\b", r"$\1"),
    (r"(?<=\d)\s?chf\b", " Swiss francs"), (r"\bchf\s?(\d[\d.,]*\d|\d)", r"\1 Swiss francs"),
    (r"(?<=\d)\s?usd\b", " dollars"), (r"(?<=\d)\s?gbp\b", " pounds"), (r"(?<=\d)\s?(?:nok|dkk)\b", " kroner"),
    (r"(?<=\d)\s?sek\b", " kronor"),
    (r"^(?:place|where|location|venue|services?|what we do|about us|description|product|details)\s?:\s+", ""),
    (r"\b(\d{1,4})\s?[-–]\s?(\d{1,4}) (?=(?:euros|dollars|pounds|minutes|hours|days|weeks|months|people|guests)\b)",
     r"\1 to \2 "),
    (r"\b((?:send|take|bring|upload|show)(?: us| me)?) (photo|picture|screenshot|copy|sample)\b", r"\1 a \2"),
    (r"\b((?:make|book|request)(?: us| me)?) (appointment|estimate)\b", r"\1 an \2"),
    (r"\bexplain(s?) (?:you|me|them) (?=your|my|the|how|what)", r"explain\1 "),
    (r"\b(\d+|five|ten|two|three|fifteen|twenty)[ -]minutes? (walk|drive|ride|bus ride)\b", r"\1-minute \2"),
    (r"\b(lets)(?= (?:go|get|talk|make|do|be)\b)", "let's"),
    (r"(?<=[a-z0-9])\s+([,;:!?.])(?=\s|$)", r"\1"),
    (r"([,;])(?=[^\W\d_]{2})", r"\1 "),
    (r"\b(we|they|you) are (\w+ing)\b([^.?!]*?) since (\d+|\w+) (years|months)\b", r"\1 have been \2\3 for \4 \5"),
    (r"\bI am (\w+ing)\b([^.?!]*?) since (\d+|\w+) (years|months)\b", r"I have been \1\2 for \3 \4"),
    (r"\bsince (?=(?:\d+|two|three|four|five|ten|twenty) years\b)", "for "),
    # Said so far, by people who learned their English from another language.
    (r"\b(we|they|you) are (\w+ing)\b(?=[^.!?]* since (?:1[89]|20)\d\d)", r"\1 have been \2"),
    (r"\bI am (\w+ing)\b(?=[^.!?]* since (?:1[89]|20)\d\d)", r"I have been \1"),
    (rf"\b({_HE_OR_IT}) is (\w+ing)\b(?=[^.!?]* since (?:1[89]|20)\d\d)", r"\1 has been \2"),
    (r"\bis lasting\b", "lasts"), (r"\bare lasting\b", "last"), (r"\bis costing\b", "costs"),
    (r"\bare costing\b", "cost"), (r"\bis having\b", "has"), (r"\bare having\b", "have"),
    (r"\bis including\b", "includes"), (r"\bare including\b", "include"), (r"\bis weighing\b", "weighs"),
    (r"\bis getting (?=an? |\d)", "gets "), (r"\bare getting (?=an? |\d)", "get "),
    (r"\b(get|gets|give|gives|offer|offers|have|has|with|enjoy|receive|receives) (\d+\s?%) (discount|off)\b",
     r"\1 a \2 \3"),
    (r"\ba (\d+\s?%) off\b", r"\1 off"),
    (r"\b(technicians|people|customers|teachers|clients|our \w+s|all \w+s|the \w+ers) has\b", r"\1 have"),
    (r"\b(technicians|people|customers|teachers|clients|our \w+s|all \w+s) is\b", r"\1 are"),
    (r"\ball certificates?\b", "all certificates"), (r"\binformations\b", "information"),
    (r"\bfurnitures\b", "furniture"), (r"\bequipments\b", "equipment"), (r"\badvices\b", "advice"),
    (r"^(first-time|new|returning|existing|every new) (customer|client|patient|member|guest) (get|pay|save|receive)s\b",
     r"\1 \2s \3"),
)  # fmt: skip


@cache
def _slips() -> dict[str, str]:
    pairs = (entry.partition("=") for entry in words("misspelt"))
    return {wrong: right.replace("_", " ") for wrong, _, right in pairs}


def mended(text: str, *, keep: str = "") -> str:
    """The text with its slips put right. Words of ``keep`` (the brand), addresses and codes stay."""
    text = _GREETING.sub("", text)
    text = _LAUGH.sub("", text)
    text = _LONG_ASIDE.sub("", text)
    text = _ASIDE.sub(lambda aside: _told_aside(aside, text), text)
    text = re.sub(r",\s*,", ",", re.sub(r",(?=\s*[.!?;\n]|\s*$)", "", text))
    text = _spelled(text, frozenset(word.lower() for word in re.findall(r"\w+", keep)))
    for pattern, said in _UNITS:
        text = pattern.sub(said, text)
    text = re.sub(r"(?<=\d{4}) (?=ask for )", " and ", text)
    text = re.sub(r"\b(been) doing (?:this|it) (?=(?:in|around|across) [A-Z])", r"\1 at work ", text)
    text = _AGREES.sub(_plural_verb, text)
    text = _SPAN_OF_DAYS.sub(lambda days: f"{_day(days[1])} to {_day(days[2])}", text)
    for plain, better in _PLAIN:
        text = _replaced(text, plain, better)
    return text


def _told_aside(aside: re.Match[str], text: str) -> str:
    """What stood in brackets between commas; in a row of things it would be one more, and only limits are kept."""
    row = "," in text[: aside.start()] + text[aside.end() :]
    if not row and re.search(r"\w, \w", aside[1]):
        return f": {aside[1]}"  # "Breakfast included (eggs, bread and juice)"
    if row and re.match(r"not\b", aside[1], re.IGNORECASE):
        return ""
    return "" if row and not _LIMITS.search(aside[1]) else f", {aside[1]},"


def _plural_verb(match: re.Match[str]) -> str:
    """ "Your notes stays" with the verb that many notes have."""
    verb = match["verb"].lower()
    said = {"is": "are", "has": "have", "goes": "go", "does": "do"}.get(verb, verb.removesuffix("s"))
    return f"{match['many']} {said}"


def _day(short: str) -> str:
    return _DAYS[short[:3].lower()]


def _replaced(text: str, plain: str, better: str) -> str:
    """Every match replaced, with a capital where there was one."""

    def cased(match: re.Match[str]) -> str:
        said = match.expand(better)
        if said.endswith("~"):  # what wants a capital
            said = re.sub(r"(\w+)~$", lambda word: word[1].capitalize(), said)
        return said[:1].upper() + said[1:] if match.group()[:1].isupper() else said

    return re.sub(plain, cased, text, flags=re.IGNORECASE)


def _spelled(text: str, keep: frozenset[str]) -> str:
    def right(match: re.Match[str]) -> str:
        word = match.group()
        better = _slips().get(word.lower(), word)
        if word.lower() in keep or (word.isupper() and len(word) > 1):
            return word
        return better[:1].upper() + better[1:] if word[:1].isupper() else better

    return re.sub(r"(?<![\w@./#'’-])[A-Za-z][A-Za-z4/'’]*(?![\w@'’]|\.\w)", right, text)
