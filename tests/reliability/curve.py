"""Draws what the measures of throughput found, as bars.

python -m tests.reliability throughput > a.json
python -m tests.reliability throughput --broker redis > b.json
python -m tests.reliability.curve a.json b.json > docs/throughput.svg
"""

import json
import sys
from pathlib import Path

WIDTH, PANEL, LEFT, TOP, BAR = 720, 190, 60, 44, 30
COLORS = {"sqlite": "#3b6fb6", "redis": "#c2572b"}
TEXT = 'font-family="sans-serif" font-size="13" fill="#222"'

Rates = dict[str, dict[str, float]]


def draw(rates: Rates) -> str:
    """An SVG of runs a second: a panel for each length of stages, a group for each number of workers."""
    lengths = list(dict.fromkeys(line.partition(", ")[2] for line in rates))
    height = TOP + len(lengths) * PANEL + 10
    parts = [f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>', *_legend()]
    for number, length in enumerate(lengths):
        panel = {line.partition(", ")[0]: rates[line] for line in rates if line.endswith(length)}
        parts += _panel(panel, length, top=TOP + number * PANEL)
    size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
    title = "<title>Runs a second by number of workers</title>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>{title}{"".join(parts)}</svg>\n'


def _legend() -> list[str]:
    found = [f'<text x="{LEFT}" y="26" font-weight="bold" {TEXT}>Runs a second</text>']
    for number, (broker, color) in enumerate(COLORS.items()):
        x = 440 + 120 * number
        found.append(f'<rect x="{x}" y="15" width="13" height="13" fill="{color}"/>')
        found.append(f'<text x="{x + 20}" y="26" {TEXT}>{broker}</text>')
    return found


def _panel(rates: Rates, length: str, *, top: int) -> list[str]:
    most = max(max(line.values()) for line in rates.values())
    floor, room = top + PANEL - 40, PANEL - 85
    found = [
        f'<text x="{LEFT}" y="{top + 18}" {TEXT}>{length}</text>',
        f'<path d="M{LEFT} {floor}H{WIDTH - 20}" stroke="#999"/>',
    ]
    groups = list(next(iter(rates.values())))
    for place, group in enumerate(groups):
        x = LEFT + 40 + place * 155
        for number, (broker, line) in enumerate(rates.items()):
            tall = round(room * line[group] / most, 1)
            left = x + number * (BAR + 12)
            found.append(
                f'<rect x="{left}" y="{floor - tall}" width="{BAR}" height="{tall}" fill="{COLORS[broker]}"/>'
            )
            label = f'x="{left + BAR / 2}" y="{floor - tall - 5}" text-anchor="middle"'
            found.append(f"<text {label} {TEXT}>{line[group]:.1f}</text>")
        name = f"{group} worker{'' if group == '1' else 's'}"
        found.append(f'<text x="{x + BAR + 6}" y="{floor + 19}" text-anchor="middle" {TEXT}>{name}</text>')
    return found


def main() -> None:
    """Print the picture of what the named files hold."""
    rates: Rates = {}
    for name in sys.argv[1:]:
        rates |= json.loads(Path(name).read_text(encoding="utf-8"))["runs_per_second"]
    sys.stdout.write(draw(rates))


if __name__ == "__main__":
    main()
