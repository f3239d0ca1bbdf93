"""How the API shows and takes a script."""

from typing import Any

from rest_framework import serializers

from ads import documents, scripts
from ads.lines import FEWEST_LINES, LONGEST_LINE, MOST_LINES
from ads.models import Ad
from ads.scripts import LONGEST_SHOWN

ACTIONS = ["rewrite", "variants", "choose"]


class SceneInput(serializers.Serializer[None]):
    """A scene as it should be."""

    number = serializers.IntegerField(
        required=False, min_value=1, help_text="Its number in the script before; none for a new scene."
    )
    on_screen_text = serializers.CharField(max_length=LONGEST_SHOWN, help_text="At most 8 words.")
    narration = serializers.CharField(max_length=LONGEST_LINE)


class ScriptChangeInput(serializers.Serializer[None]):
    """The whole script as it should be: a scene that is not sent is taken out."""

    version = serializers.IntegerField(help_text="From the answer that the change was made on.")
    scenes = serializers.ListField(child=SceneInput(), min_length=FEWEST_LINES, max_length=MOST_LINES)


class ScriptActionInput(serializers.Serializer[None]):
    """What the writer is asked for."""

    version = serializers.IntegerField(help_text="From the answer that this rests on.")
    action = serializers.ChoiceField(ACTIONS)
    keep = serializers.ListField(
        child=serializers.IntegerField(min_value=1),
        required=False,
        help_text="Of rewrite: numbers of the scenes that stay as they are.",
    )
    number = serializers.IntegerField(required=False, min_value=1, help_text="Of choose: which variant.")


class SceneOutput(serializers.Serializer[None]):
    """A scene. ``edited``: it has a person's own words."""

    number = serializers.IntegerField()
    on_screen_text = serializers.CharField()
    narration = serializers.CharField()
    items = serializers.ListField(child=serializers.CharField())
    edited = serializers.BooleanField()


class ScoreOutput(serializers.Serializer[None]):
    """One of the seven scores."""

    name = serializers.CharField()
    score = serializers.FloatField(min_value=0, max_value=1)
    evidence = serializers.CharField()


class ClaimOutput(serializers.Serializer[None]):
    """Something that the script states. ``source``: the brief's own words for it; empty where it has none."""

    kind = serializers.CharField()
    text = serializers.CharField()
    scene = serializers.IntegerField()

    def get_fields(self) -> dict[str, Any]:
        # Not in the class body: ``source`` is a name of the serializer itself.
        return {**super().get_fields(), "source": serializers.CharField(allow_blank=True)}


class ReviewOutput(serializers.Serializer[None]):
    """What was found. ``stops``: the sentences for which alone a script is refused."""

    approved = serializers.BooleanField()
    mean = serializers.FloatField()
    scores = ScoreOutput(many=True)
    stops = serializers.ListField(child=serializers.CharField())
    notes = serializers.ListField(child=serializers.CharField())
    claims = ClaimOutput(many=True)


class VariantOutput(serializers.Serializer[None]):
    """Another script of the same brief, which opens differently."""

    number = serializers.IntegerField()
    opening = serializers.CharField()
    writer = serializers.CharField()
    scenes = SceneOutput(many=True)


class ScriptOutput(serializers.Serializer[Ad]):
    """The script of an ad with its review."""

    run_id = serializers.UUIDField()
    status = serializers.CharField()
    version = serializers.IntegerField(
        help_text="Send it with a change, which is refused when it is outdated."
    )
    writer = serializers.CharField(help_text="Who wrote it: rules, a model, or you.")
    idea = serializers.CharField()
    seconds = serializers.IntegerField(help_text="About how long it takes to say.")
    scenes = SceneOutput(many=True)
    review = ReviewOutput(allow_null=True)
    variants = VariantOutput(many=True)

    def to_representation(self, instance: Ad) -> dict[str, Any]:
        found = documents.script(instance) or documents.NO_SCRIPT
        review = scripts.review(instance)
        return {
            "run_id": instance.run_id,
            "status": instance.status,
            "version": int(instance.version),
            "writer": found.writer,
            "idea": found.idea,
            "seconds": found.seconds,
            "scenes": [_scene(scene) for scene in found.scenes],
            "review": _review(review) if review else None,
            "variants": [
                _variant(n, script) for n, (script, _) in enumerate(documents.variants(instance), start=1)
            ],
        }


def _scene(scene: documents.Scene) -> dict[str, Any]:
    return {
        "number": scene.number,
        "on_screen_text": scene.shown,
        "narration": scene.spoken,
        "items": list(scene.items),
        "edited": scene.is_edited,
    }


def _variant(number: int, script: documents.Script) -> dict[str, Any]:
    return {
        "number": number,
        "opening": script.scenes[0].spoken,
        "writer": script.writer,
        "scenes": [_scene(scene) for scene in script.scenes],
    }


def _score(score: documents.Score) -> dict[str, Any]:
    name = score.name.lower().replace(" ", "_")
    return {"name": name, "score": score.value, "evidence": score.evidence}


def _review(review: documents.Review) -> dict[str, Any]:
    return {
        "approved": review.approved,
        "mean": round(review.mean, 3),
        "scores": [_score(score) for score in review.scores],
        "stops": list(review.stops),
        "notes": list(review.notes),
        "claims": [
            {"kind": group.code, "text": claim.text, "scene": claim.scene, "source": claim.source}
            for group in review.claims
            for claim in group.claims
        ],
    }
