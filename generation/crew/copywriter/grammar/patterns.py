"""The words by which a sentence shows what it is for."""

import re

from generation.crew.copywriter.grammar.lexicon import words

OFFER = re.compile(
    r"\d+\s?% (?:off|discount)|[€$£]\d[\d.,]* off\b|half[- ](?:price|off)|\bhalf the price\b|"
    r"(?<![€$£\d])\b\d{1,2} for \d{1,2}\b(?! (?:weeks?|days?|months?|hours?|years?|sessions?|people))|\btwo for one\b|"
    r"\bmoney[- ]back\b|\byour money back\b|\btrial\b|\bdiscount\b"
    r"|\bvoucher\b|\bcode (?-i:[A-Z\d]{3,})\b|(?:^|\band |, )save (?:up to )?[€$£\d]"
    r"|\bfirst\b.{0,30}\b(?:free|for [€$£]|half)"
    r"|\bfree (?:inspection|survey|assessment|fitting|class|lesson|tour|tasting|pick-?up|check-?up|call-?out|"
    r"returns?|delivery|shipping|consultation|samples?|month|week|quote|estimate|demo|"
    r"gift|plan|tier|version|for \d+)"
    r"|\bpay for (?:one|two|three|four|\d)\b|\bthe (?:second|third|next) (?:one )?(?:is )?(?:free|half)\b"
    r"|\bfree to (?:download|join|try|start|use)\b|\btry it free\b",
    re.IGNORECASE,
)
PAIN = re.compile(
    r"(?:stop|don't|do not|no more|tired of|sick of|forget|enough|say goodbye to|goodbye|never)\b",
    re.IGNORECASE,
)
ACTION = re.compile(
    r"(?:(?:please|just|now|so)\s+)?(?:apply|book|buy|call|contact|download|drop in|drop by|email|"
    r"enrol|enroll|find us|ask (?:for )?(?-i:[A-Z])\w+|"
    r"get started|get yours|join|message us|order|pre-?order|register|ring (?:us|me|\w+ on)|reserve|rsvp|schedule|shop|"
    r"sign up|start your|stop by|"
    r"subscribe|text|visit|whatsapp|try it free|get a (?:free )?(?:quote|demo)|come (?:and|by|in|to|"
    r"see)|request)\b",
    re.IGNORECASE,
)
_STREET = (
    r"\b\d{1,5}[a-z]? (?:[A-Z][\w'’.-]+ ){1,3}"
    r"(?-i:Street|St|Road|Rd|Lane|Avenue|Ave|Square|Drive|Way|Row|Court|Place)\b"
)
PLACE = re.compile(
    rf"{_STREET}|"
    r"\bopen\b.*\b(?:day|week|daily|until|from|\d)|\b(?:monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|"
    r"weekends?|evenings?)\b|\b\d{1,2}(?::\d\d)?\s?[ap]m\b|\b(?:find us|visit us|located|"
    r"on the corner|around the corner)\b",
    re.IGNORECASE,
)
# "Closed in January", "We're closed on Mondays": true, and nothing to come for.
SHUT = re.compile(r"(?:we(?:'re| are) )?closed (?:in|on|for|from|over|every|all)\b[^,]*$", re.IGNORECASE)
HOUSE = re.compile(
    r"\b(?:open|find us|visit us|located|our (?:shop|store|studio|office|clinic)|on the corner)\b",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"\b(?:companies|customers|families|users|people|teams|businesses|clients|members|readers|"
    r"students|parents|owners|"
    r"reviews|ratings|runners|patients|shops|stores|schools|developers|players|guests|homes|households)\b",
    re.IGNORECASE,
)
# Addressed to whoever reads the brief, not to the viewer.
INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override) (?:all |any |the |your |my |previous |above )+.{0,20}"
    r"(?:rules?|instructions?|prompts?|above|guidelines)|\bsystem prompt\b|"
    r"\byou are (?:now )?an? (?:ai|assistant|language model)\b"
    r"|[{}<>\[\]\\`]",
    re.IGNORECASE,
)
URL = re.compile(r"(?:https?://)?(?:www\.)?(?:[a-z\d-]+\.)+[a-z]{2,}(?:/[\w./-]*)?(?<![./])", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w€$£(])(?:\+?\d|\(\d)[\d ()]{0,6}[-. ]?\d{2,4}[-. ]\d{2,6}(?:[-. ]\d{2,5})*(?!\w)|\+\d{7,}"
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
QUOTE = re.compile(r"“([^”\s]+\s[^”]{4,160})”")
CODE = re.compile(r"\b(?:[Cc]ode|[Cc]oupon|[Vv]oucher)\s+([A-Z\d]{3,})\b")
PLACES_WITH_DOORS = words("places_with_doors")
# Nouns that stand without "a" in the singular.
MASS_NOUNS = words("mass_nouns")
