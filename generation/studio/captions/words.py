"""Word lists that tell where a phrase begins and what belongs together."""

# fmt: off
# A caption should not end with one of these: something must follow.
LEADING = frozenset({
    "a", "an", "the", "my", "your", "our", "his", "her", "its", "their", "this", "these", "those",
    "that", "every", "each", "some", "any", "no", "of", "in", "on", "at", "to", "for", "with", "from",
    "by", "as", "per", "than", "into", "onto", "over", "under", "until", "since", "between", "about",
    "around", "without", "within", "through", "after", "before", "during", "and", "or", "but", "nor",
    "so", "if", "when", "while", "because", "who", "which", "is", "are", "was", "were", "be", "been",
    "am", "has", "have", "had", "will", "would", "can", "could", "should", "may", "might", "must", "do",
    "does", "did", "not", "i", "you", "we", "they", "he", "she", "it", "very", "more", "most", "just",
    "only", "up", "&", "+", "we're", "you're", "it's", "i'm", "they're", "don't", "can't",
    # Spanish, Portuguese, Italian, French, German: articles, and the short words that lead on.
    "el", "la", "los", "las", "un", "una", "uno", "de", "del", "en", "con", "por", "para", "y", "que", "al", "su",
    "sus", "tu", "os", "um", "uma", "da", "dos", "das", "em", "na", "com", "seu", "sua", "e",
    "il", "lo", "gli", "le", "di", "della", "che", "les", "une", "des", "du", "au", "aux", "et", "ou", "avec",
    "pour", "par", "sur", "dans", "votre", "vos", "nos", "der", "den", "dem", "ein", "eine", "einen", "und", "oder",
    "mit", "für", "von", "zu", "im", "auf", "bei", "ihr", "ihre",
})
# These begin a phrase, so the place before them is a good one for a break.
OPENERS = frozenset({
    "and", "or", "but", "so", "because", "while", "when", "if", "that", "which", "who", "of", "in",
    "on", "at", "to", "for", "with", "from", "by", "until", "since", "without", "through", "after",
    "before", "during", "into", "than", "under", "over", "between",
    "con", "por", "para", "y", "que", "en", "com", "em", "per", "che", "avec", "pour", "dans", "et", "ou", "und",
    "oder", "mit", "für", "von", "auf", "bei",
})
# Behind a number these belong to it.
UNITS = frozenset({
    "am", "pm", "a.m", "p.m", "%", "percent", "g", "kg", "mg", "km", "m", "cm", "mm", "ml", "l", "min",
    "mins", "hr", "hrs", "h", "s", "sec", "oz", "lb", "lbs", "mi", "ft", "gb", "mb", "tb", "minutes",
    "minute", "hours", "hour", "days", "day", "weeks", "week", "months", "month", "years", "year",
    "seconds", "grams", "kilos", "kilometers", "miles", "dollars", "euros", "pounds", "cents",
    "million", "billion", "thousand", "hundred", "€", "$", "£", "usd", "eur", "gbp", "o'clock", "stars",
    "°c", "°f", "degrees", "times",
})
# Beside a number these belong to it.
MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec",
})
# Between two capitalised words these are part of a name.
NAME_LINKS = frozenset({
    "of", "de", "la", "van", "von", "du", "&", "and", "the",
})
# fmt: on
