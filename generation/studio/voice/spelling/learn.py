"""Learn the letter-to-sound rules from misaki's pronunciation dictionaries and write them down.

    python -m generation.studio.voice.spelling.learn

Takes a few minutes and is needed only when the dictionaries change. First
every letter of every word is aligned with the sounds it stands for (hard
expectation maximisation over monotone alignments of one letter to zero, one
or two sounds), then each window of neighbouring letters keeps a rule where it
knows better than the next narrower window.
"""

import gzip
import importlib.util
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from generation.studio.voice.spelling.rules import WINDOWS, context, pad, positions, sounds

_STRESS = "ˈˌ"
_VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻɐᵊ")
_ROUNDS = 5
_MOST_SOUNDS = 2
_FEWEST_EXAMPLES = 3
_UNSEEN = -14.0
_Pairs = list[tuple[str, str]]


def dictionary(accent: str) -> dict[str, str]:
    """All plain lower-case words of an accent ("us" or "gb") with their usual pronunciation."""
    spec = importlib.util.find_spec("misaki")
    if spec is None or spec.origin is None:
        raise SystemExit("misaki is not installed")
    words: dict[str, str] = {}
    for part in ("silver", "gold"):
        path = Path(spec.origin).parent / "data" / f"{accent}_{part}.json"
        for word, entry in json.loads(path.read_text("utf-8")).items():
            sounds = entry if isinstance(entry, str) else entry["DEFAULT"]
            lower = word.lower()
            if sounds and lower.isalpha() and lower.isascii() and len(lower) > 2 and not word.isupper():
                words[lower] = sounds
    return words


def units(pronunciation: str) -> list[str]:
    """Single sounds; a stress mark belongs to the vowel behind it, a length mark to the one before."""
    found: list[str] = []
    stress = ""
    for sign in pronunciation:
        if sign in _STRESS:
            stress = sign
        elif sign == "ː" and found:
            found[-1] += sign
        else:
            found.append(stress + sign)
            stress = ""
    return found


def align(word: str, found: list[str], scores: dict[tuple[str, str], float]) -> _Pairs | None:
    """The most probable split of the sounds over the letters, or None when there are too many sounds."""
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for letter in word:
        row: dict[int, tuple[float, int]] = {}
        for taken, (score, _) in best[-1].items():
            for count in range(min(_MOST_SOUNDS, len(found) - taken) + 1):
                chunk = "".join(found[taken : taken + count])
                total = score + scores.get(
                    (letter, chunk.translate({ord(s): None for s in _STRESS})), _UNSEEN
                )
                if taken + count not in row or total > row[taken + count][0]:
                    row[taken + count] = (total, taken)
        best.append(row)
    return _trace(word, found, best)


def _trace(word: str, found: list[str], best: list[dict[int, tuple[float, int]]]) -> _Pairs | None:
    if len(found) not in best[-1]:
        return None
    pairs: _Pairs = []
    taken = len(found)
    for letter, row in zip(reversed(word), reversed(best[1:]), strict=True):
        start = row[taken][1]
        pairs.append((letter, "".join(found[start:taken])))
        taken = start
    return pairs[::-1]


def first_scores(words: Iterable[tuple[str, list[str]]]) -> dict[tuple[str, str], float]:
    """Where the alignment starts: how often a letter and a sound share the same place in a word."""
    counts: Counter[tuple[str, str]] = Counter()
    for word, found in words:
        for index, letter in enumerate(word):
            centre = index * len(found) / len(word)
            for place in range(max(0, math.floor(centre) - 1), min(len(found), math.floor(centre) + 2)):
                counts[letter, found[place].strip(_STRESS)] += 1
            counts[letter, ""] += 1
    return _log(counts)


def _log(counts: Counter[tuple[str, str]]) -> dict[tuple[str, str], float]:
    totals: Counter[str] = Counter()
    for (letter, _), count in counts.items():
        totals[letter] += count
    return {pair: math.log(count / totals[pair[0]]) for pair, count in counts.items()}


def alignments(words: dict[str, str]) -> list[_Pairs]:
    """Align the whole dictionary, learning from round to round."""
    entries = [(word, units(pronunciation)) for word, pronunciation in words.items()]
    scores = first_scores(entries)
    pairs: list[_Pairs] = []
    for turn in range(_ROUNDS):
        part = entries if turn == _ROUNDS - 1 else entries[::4]
        pairs = [pair for word, found in part if (pair := align(word, found, scores)) is not None]
        scores = _log(
            Counter(
                (letter, chunk.replace("ˈ", "").replace("ˌ", "")) for word in pairs for letter, chunk in word
            )
        )
    return pairs


def rules(pairs: list[_Pairs]) -> dict[str, str]:
    """Narrow rules first; a wider one is kept only where it corrects them."""
    learnt: dict[str, str] = {}
    for index in reversed(range(len(WINDOWS))):
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        narrower: dict[str, Counter[str]] = defaultdict(Counter)
        for word in pairs:
            letters = "".join(letter for letter, _ in word)
            padded, known = pad(letters), sounds(letters, learnt, WINDOWS[index + 1 :])
            for offset, position in enumerate(positions(letters)):
                key = context(padded, position, WINDOWS[index])
                counts[key][word[offset][1]] += 1
                narrower[key][known[offset]] += 1
        learnt |= _corrections(counts, narrower)
    return learnt


def _corrections(counts: dict[str, Counter[str]], narrower: dict[str, Counter[str]]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for key, counter in counts.items():
        ((sound, count),) = counter.most_common(1)
        ((usual, _),) = narrower[key].most_common(1)
        gained = count - counter[usual]
        if sound != usual and gained >= _FEWEST_EXAMPLES:
            kept[key] = sound
    return kept


def main() -> None:
    for accent in ("us", "gb"):
        learnt = rules(alignments(dictionary(accent)))
        out = Path(__file__).with_name(f"{accent}.json.gz")
        text = json.dumps(dict(sorted(learnt.items())), ensure_ascii=False, separators=(",", ":"))
        out.write_bytes(gzip.compress(text.encode(), mtime=0))
        sys.stdout.write(f"{accent}: {len(learnt)} rules, {out.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
