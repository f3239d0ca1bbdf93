"""Which faces speak together: one that shouts, one that says, one that sets the small print."""

from dataclasses import dataclass, replace

from generation.studio.typesetting.fonts import for_language


@dataclass(frozen=True)
class Pairing:
    """Face names from ``typesetting.FACES``. ``leading`` in ems and ``upper`` (set headlines in
    capitals) belong to the display face; ``figures`` is the face for big numbers."""

    display: str
    text: str
    strong: str
    figures: str
    leading: float = 1.06
    upper: bool = False
    scale: float = 1.0

    def in_language(self, language: str) -> "Pairing":
        """The same pairing with the characters that readers of ``language`` (a BCP 47 tag) expect."""
        return replace(
            self,
            display=for_language(self.display, language),
            text=for_language(self.text, language),
            strong=for_language(self.strong, language),
            figures=for_language(self.figures, language),
        )


PAIRINGS: dict[str, Pairing] = {
    "hearth": Pairing("fraunces-900", "poppins-600", "poppins-700", "fraunces-900", leading=1.08),
    "stadium": Pairing("anton", "inter-600", "inter-800", "anton", leading=1.14, upper=True, scale=1.22),
    "signal": Pairing("sora-800", "sora-600", "sora-800", "sora-800", leading=1.16, scale=0.92),
    "salon": Pairing("playfair-800", "outfit-600", "outfit-800", "playfair-800", leading=1.1),
    "harbour": Pairing("dm-serif", "outfit-600", "outfit-800", "dm-serif", leading=1.06, scale=1.06),
    "circuit": Pairing("space-grotesk-700", "inter-600", "inter-800", "space-grotesk-700", leading=1.06),
    "poster": Pairing("archivo-black", "inter-600", "inter-800", "archivo-black", leading=1.08, scale=0.94),
    "corner": Pairing("bricolage-800", "outfit-600", "outfit-800", "bricolage-800", leading=1.0, scale=1.04),
    "playground": Pairing("nunito-900", "nunito-700", "nunito-900", "nunito-900", leading=1.06),
    "plain": Pairing("poppins-800", "poppins-600", "poppins-700", "poppins-800", leading=1.1, scale=0.96),
    "garden": Pairing("outfit-800", "outfit-600", "outfit-800", "outfit-800", leading=1.06),
}
