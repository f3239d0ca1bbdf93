"""What the API sends, and what its description says it takes. The rules of a brief are in ``ads.briefs``."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ads.briefs import (
    FASTEST,
    FORMATS,
    LARGEST_SEED,
    LONGEST,
    MOST_PICTURES,
    SHORTEST,
    SLOWEST,
    TONES,
    VOICES,
)
from ads.formats import lent_to
from ads.languages import LANGUAGES
from ads.lines import LONGEST_LINE, MOST_LINES, MOST_PRONUNCIATIONS
from ads.models import Ad, Upload
from ads.phrases import LONGEST_PHRASE, MOST_PHRASES
from ads.presenters import questions_of
from ads.states import Stage, StageStatus, Status
from ads.turns import MOST_NOTED, ahead_of, message_of

STATUSES = [status.value for status in Status]
STAGE_STATUSES = [status.value for status in StageStatus]


class ExtrasSerializer(serializers.Serializer[Ad]):
    """The parts of a brief that may be left out."""

    audience = serializers.CharField(required=False, max_length=200)
    tone = serializers.ChoiceField(TONES, required=False)
    offer = serializers.CharField(required=False, max_length=200)
    call_to_action = serializers.CharField(required=False, max_length=80)
    contact = serializers.CharField(required=False, max_length=120)
    language = serializers.ChoiceField(list(LANGUAGES), required=False)
    format = serializers.ChoiceField(list(FORMATS), required=False)
    length = serializers.IntegerField(
        required=False, min_value=SHORTEST, max_value=LONGEST, help_text="Seconds."
    )
    brand_colors = serializers.ListField(
        child=serializers.RegexField(r"^#[0-9a-fA-F]{6}$"), required=False, max_length=3
    )
    voice = serializers.ChoiceField(list(VOICES), required=False, allow_blank=True)
    speed = serializers.FloatField(
        required=False, min_value=SLOWEST, max_value=FASTEST, help_text="The voice's; 1 is natural."
    )
    pronunciations = serializers.ListField(
        child=serializers.CharField(max_length=110),
        required=False,
        max_length=MOST_PRONUNCIATIONS,
        help_text="How single words are said, in plain letters: “Nguyen = win”.",
    )
    captions = serializers.BooleanField(required=False)
    paid = serializers.BooleanField(
        required=False,
        help_text="true: words and captions stay above the buttons that Reels and TikTok lay over paid placements. "
        "Changes 9:16 only.",
    )
    pictures = serializers.ListField(
        child=serializers.UUIDField(),
        required=False,
        max_length=MOST_PICTURES,
        help_text="picture_id of each upload, the most important first.",
    )
    logo = serializers.CharField(
        required=False, allow_blank=True, help_text="picture_id of the upload that is the brand's logo."
    )
    recording = serializers.CharField(
        required=False,
        allow_blank=True,
        help_text="recording_id of the upload that speaks the ad, with the voice “own”.",
    )
    seed = serializers.IntegerField(required=False, min_value=0, max_value=LARGEST_SEED)
    script = serializers.ListField(
        child=serializers.CharField(max_length=LONGEST_LINE),
        required=False,
        max_length=MOST_LINES,
        help_text="Your own script instead of a written one: a line for each scene, “what is shown | what is said”.",
    )
    must_say = serializers.ListField(
        child=serializers.CharField(max_length=LONGEST_PHRASE),
        required=False,
        max_length=MOST_PHRASES,
        help_text="Short phrases that are spoken word for word.",
    )
    must_not_say = serializers.ListField(
        child=serializers.CharField(max_length=LONGEST_PHRASE),
        required=False,
        max_length=MOST_PHRASES,
        help_text="Words and short phrases that the ad never says nor shows, in any of their simple forms.",
    )


class BriefSerializer(ExtrasSerializer):
    """A brief. Used to describe the API only: ``ads.briefs.read`` is what reads it."""

    name = serializers.CharField(max_length=80)
    desc = serializers.CharField(min_length=10, max_length=3000)


class OrderSerializer(BriefSerializer):
    """A brief, and whether it is only drafted."""

    draft = serializers.BooleanField(
        required=False,
        help_text="true: only the script is written, to be read under /ads/{run_id}/script. POST retry makes the ad.",
    )


class StartedSerializer(serializers.Serializer[Ad]):
    """What is known of an ad whose making has just begun, or just ended."""

    run_id = serializers.UUIDField()
    status = serializers.ChoiceField(STATUSES)


class AdSerializer(ExtrasSerializer):
    """An ad and its brief."""

    run_id = serializers.UUIDField()
    name = serializers.CharField()
    desc = serializers.CharField()
    status = serializers.ChoiceField(STATUSES)
    final_video_uri = serializers.CharField(
        allow_null=True, help_text="The storage's own name for the film, which is no address."
    )
    error_code = serializers.CharField(allow_null=True)
    error_message = serializers.CharField(allow_null=True)
    questions = serializers.ListField(
        child=serializers.CharField(),
        help_text="What the description should answer, of an ad that failed for saying too little.",
    )
    format_of = serializers.UUIDField(
        allow_null=True, help_text="The ad whose script, storyboard and sound this one has in another format."
    )
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    def to_representation(self, instance: Ad) -> dict[str, Any]:
        brief = instance.the_brief
        return {
            "run_id": instance.run_id,
            "name": brief.name,
            "desc": brief.desc,
            "status": instance.status,
            "final_video_uri": instance.final_video_uri,
            **brief.extras(),
            "error_code": instance.error_code,
            "error_message": instance.error_message,
            "questions": list(questions_of(instance)),
            "format_of": instance.source["run_id"] if lent_to(instance) else None,
            "created_at": instance.created_at,
            "updated_at": instance.updated_at,
        }


class StageSerializer(serializers.Serializer[dict[str, Any]]):
    """What is known of one stage."""

    status = serializers.ChoiceField(STAGE_STATUSES)
    started_at = serializers.DateTimeField(allow_null=True)
    finished_at = serializers.DateTimeField(allow_null=True)
    attempt = serializers.IntegerField(allow_null=True)


class StagesSerializer(serializers.Serializer[Ad]):
    """The five stages in their order."""

    script_generation = StageSerializer()
    script_evaluation = StageSerializer()
    video_generation = StageSerializer()
    audio_generation = StageSerializer()
    editing = StageSerializer()


class CrewStatusSerializer(serializers.Serializer[Ad]):
    """How far the crew is: the five stages, and what a progress bar needs."""

    id = serializers.UUIDField()
    script_generation_status = serializers.ChoiceField(STAGE_STATUSES)
    script_evaluation_status = serializers.ChoiceField(STAGE_STATUSES)
    video_generation_status = serializers.ChoiceField(STAGE_STATUSES)
    audio_generation_status = serializers.ChoiceField(STAGE_STATUSES)
    editing_status = serializers.ChoiceField(STAGE_STATUSES)
    updated_at = serializers.DateTimeField()
    final_video_uri = serializers.CharField(allow_null=True)
    progress = serializers.IntegerField(min_value=0, max_value=100)
    message = serializers.CharField()
    ahead = serializers.IntegerField(
        allow_null=True,
        help_text=f"How many ads are before one that waits for a worker; {MOST_NOTED} for that many or more.",
    )
    stages = StagesSerializer()

    def to_representation(self, instance: Ad) -> dict[str, Any]:
        return {
            "id": instance.run_id,
            **{f"{stage}_status": instance.stage(stage)["status"] for stage in Stage},
            "updated_at": instance.updated_at,
            "final_video_uri": instance.final_video_uri,
            "progress": int(instance.progress),
            "message": message_of(instance),
            "ahead": ahead_of(instance),
            "stages": {str(stage): _stage(instance.stage(stage)) for stage in Stage},
        }


class AdStatusSerializer(StartedSerializer):
    """What a client polls."""

    crew_status = CrewStatusSerializer(source="*")


class SendPictureSerializer(serializers.Serializer[Upload]):
    """A picture or a recording, as multipart/form-data. Which it is, is told from its bytes."""

    file = serializers.FileField(
        help_text="JPEG, PNG, WebP or AVIF of at most 40 megapixels; or WAV, MP3, M4A, AAC, Ogg, FLAC or WebM "
        "of at most 90 seconds. At most 20 MB."
    )


class UploadSerializer(serializers.Serializer[Upload]):
    """A picture that was taken in. "cutout": its plain ground was removed; "photo": it is shown whole."""

    picture_id = serializers.UUIDField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    kind = serializers.ChoiceField(["photo", "cutout"])


class RecordingSerializer(serializers.Serializer[Upload]):
    """A recording that was taken in."""

    recording_id = serializers.UUIDField(source="picture_id")
    seconds = serializers.FloatField(source="facts.seconds")
    kind = serializers.ChoiceField(["recording"])


class VideoUrlSerializer(serializers.Serializer[dict[str, str]]):
    """Where the film is, for 15 minutes."""

    video_url = serializers.CharField()


@extend_schema_field({"type": "string", "enum": [str(stage) for stage in Stage]})
class StageField(serializers.CharField):
    """The name of a stage."""


class RetrySerializer(serializers.Serializer[dict[str, str]]):
    """Where to begin again. Without ``from``: after the last finished stage."""

    def get_fields(self) -> dict[str, Any]:
        return {"from": StageField(required=False)}


class ErrorSerializer(serializers.Serializer[dict[str, Any]]):
    """The one shape of an error."""

    detail = serializers.CharField()
    error_code = serializers.CharField()
    timestamp = serializers.DateTimeField()

    def get_fields(self) -> dict[str, Any]:
        # Not in the class body: ``errors`` is a name of the serializer itself.
        by_field = serializers.DictField(
            child=serializers.ListField(child=serializers.CharField()),
            required=False,
            help_text="What is wrong, field by field.",
        )
        asked = serializers.ListField(
            child=serializers.CharField(),
            required=False,
            help_text="With too_little_said: what the description should answer.",
        )
        return {**super().get_fields(), "errors": by_field, "questions": asked}


def _stage(record: dict[str, Any]) -> dict[str, Any]:
    return {key: record.get(key) for key in ("status", "started_at", "finished_at", "attempt")}
