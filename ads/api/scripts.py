"""The script over the API: read it, change it, ask the writer again, choose among variants."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ads import documents, queries, scripts
from ads.api import reading
from ads.api.script_serializers import ACTIONS, ScriptActionInput, ScriptChangeInput, ScriptOutput
from ads.api.serializers import ErrorSerializer
from ads.desk import SceneText
from ads.models import Ad
from vigen_site.errors import Invalid, NotFound
from vigen_site.limits import limited

ERROR = ErrorSerializer
ANSWERS: dict[int, Any] = {200: ScriptOutput, 400: ERROR, 401: ERROR, 404: ERROR, 409: ERROR, 429: ERROR}


class AdScript(APIView):
    """The script of one ad."""

    @extend_schema(responses={200: ScriptOutput, 401: ERROR, 404: ERROR, 429: ERROR})
    @limited("read", endpoint="script-read")
    def get(self, request: Request, run_id: str) -> Response:
        """Show the script, its review, and the variants that there are."""
        ad = queries.ad_for(str(request.user.pk), run_id)
        if documents.script(ad) is None:
            raise NotFound("This ad has no script yet.")
        return Response(ScriptOutput(ad).data)

    @extend_schema(request=ScriptChangeInput, responses=ANSWERS)
    @limited("change", endpoint="script-change")
    def put(self, request: Request, run_id: str) -> Response:
        """Change the script of an ad that is not being made. It is reviewed at once; POST retry makes the video."""
        body = reading.body(request)
        ad = scripts.save(
            user_id=str(request.user.pk), run_id=run_id, version=_version(body), scenes=_scenes(body)
        )
        return Response(ScriptOutput(ad).data)

    @extend_schema(request=ScriptActionInput, responses=ANSWERS)
    @limited("create", endpoint="script-ask")
    def post(self, request: Request, run_id: str) -> Response:
        """Ask the writer. "rewrite": other scenes, save for those in keep. "variants": scripts that open differently,
        listed beside the present one. "choose": take one of these, by its number."""
        ad = _asked(str(request.user.pk), run_id, reading.body(request))
        return Response(ScriptOutput(ad).data)


def _asked(user_id: str, run_id: str, body: dict[str, Any]) -> Ad:
    action, version = body.get("action"), _version(body)
    if action == "rewrite":
        keep = [_whole(number, "keep") for number in _list(body.get("keep"), "keep")]
        return scripts.rewrite(user_id=user_id, run_id=run_id, version=version, keep=keep)
    if action == "variants":
        return scripts.suggest(user_id=user_id, run_id=run_id, version=version)
    if action == "choose":
        number = _whole(body.get("number"), "number")
        return scripts.choose(user_id=user_id, run_id=run_id, version=version, number=number)
    raise Invalid(errors={"action": [f"Choose one of: {', '.join(ACTIONS)}."]})


def _scenes(body: dict[str, Any]) -> list[SceneText]:
    return [_scene(each) for each in _list(body.get("scenes"), "scenes")]


def _scene(each: Any) -> SceneText:
    if not isinstance(each, dict):
        raise Invalid(errors={"scenes": ["A scene is an object with on_screen_text and narration."]})
    shown, spoken = each.get("on_screen_text", ""), each.get("narration", "")
    if not (isinstance(shown, str) and isinstance(spoken, str)):
        raise Invalid(errors={"scenes": ["on_screen_text and narration must be text."]})
    origin = each.get("number")
    return SceneText(0 if origin is None else _whole(origin, "number"), shown, spoken)


def _version(body: dict[str, Any]) -> int:
    if body.get("version") is None:
        raise Invalid(
            errors={"version": ["Send the version that you read, so that nobody's change is lost."]}
        )
    return _whole(body["version"], "version")


def _whole(value: Any, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Invalid(errors={name: ["This must be a whole number."]})
    return value


def _list(value: Any, name: str) -> list[Any]:
    if value is not None and not isinstance(value, list):
        raise Invalid(errors={name: ["This must be a list."]})
    return value or []
