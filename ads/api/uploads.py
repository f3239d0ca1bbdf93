"""Pictures and recordings over the API: send one, and its id can stand in a brief."""

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ads import uploads
from ads.api.serializers import (
    ErrorSerializer,
    RecordingSerializer,
    SendPictureSerializer,
    UploadSerializer,
)
from ads.sounds import SOUND
from vigen_site.limits import limited

ERROR = ErrorSerializer
TAKEN_IN = PolymorphicProxySerializer(
    component_name="TakenIn",
    serializers=[UploadSerializer, RecordingSerializer],
    resource_type_field_name=None,
)


class UploadList(APIView):
    """A person's pictures and recordings."""

    parser_classes = (MultiPartParser,)

    @extend_schema(
        request={"multipart/form-data": SendPictureSerializer},
        responses={201: TAKEN_IN, 400: ERROR, 401: ERROR, 409: ERROR, 413: ERROR, 429: ERROR},
    )
    @limited("change", endpoint="upload")
    def post(self, request: Request) -> Response:
        """Send a picture or a recording, and get the id under which a brief can use it."""
        upload = uploads.receive(user_id=str(request.user.pk), file=request.FILES.get("file"), kind="")
        described = RecordingSerializer if upload.kind == SOUND else UploadSerializer
        return Response(described(upload).data, status=201)


class UploadDetail(APIView):
    """One picture or recording."""

    @extend_schema(responses={204: None, 401: ERROR, 404: ERROR, 409: ERROR, 429: ERROR})
    @limited("change", endpoint="upload-delete")
    def delete(self, request: Request, picture_id: str) -> Response:
        """Delete a picture or recording that no ad uses."""
        uploads.remove(user_id=str(request.user.pk), picture_id=picture_id)
        return Response(status=204)
