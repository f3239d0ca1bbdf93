"""Other formats of a finished ad over the API."""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ads import formats, queries
from ads.api import reading
from ads.api.serializers import STATUSES, ErrorSerializer, StartedSerializer
from ads.briefs import FORMATS
from ads.formats import Member
from vigen_site.limits import limited

ERROR = ErrorSerializer


class FormatInput(serializers.Serializer[Mapping[str, Any]]):
    """A format to make."""

    format = serializers.ChoiceField(list(FORMATS))
    paid = serializers.BooleanField(required=False, help_text="For paid placements; counts for 9:16 only.")


class FormatSerializer(serializers.Serializer[Member]):
    """A format that the ad does not have, and the ad that it has become, if it has."""

    format = serializers.ChoiceField(list(FORMATS))
    paid = serializers.BooleanField()
    run_id = serializers.UUIDField(allow_null=True)
    status = serializers.ChoiceField(STATUSES, allow_null=True)

    def to_representation(self, instance: Member) -> dict[str, Any]:
        ad = instance.ad
        return {
            "format": instance.cut.format,
            "paid": instance.cut.is_paid,
            "run_id": ad.run_id if ad else None,
            "status": ad.status if ad else None,
        }


class AdFormats(APIView):
    """The formats of one film."""

    @extend_schema(responses={200: FormatSerializer(many=True), 401: ERROR, 404: ERROR, 429: ERROR})
    @limited("read", endpoint="formats-read")
    def get(self, request: Request, run_id: str) -> Response:
        """List the other formats of a finished ad; nothing while it has no film, or has changed since."""
        ad = queries.ad_for(str(request.user.pk), run_id)
        return Response([FormatSerializer(member).data for member in formats.family(ad)])

    @extend_schema(
        request=FormatInput,
        responses={201: StartedSerializer, 400: ERROR, 401: ERROR, 404: ERROR, 409: ERROR, 429: ERROR},
    )
    @limited("create", endpoint="formats")
    def post(self, request: Request, run_id: str) -> Response:
        """Make a finished ad in another format, as an ad of its own with the same script, storyboard and sound.
        Sent again, it answers with the ad that it has made."""
        body = reading.body(request)
        cut = formats.wanted(body.get("format"), paid=body.get("paid", False))
        ad, _is_new = formats.adapt(user_id=str(request.user.pk), run_id=run_id, cut=cut)
        return Response(StartedSerializer(ad).data, status=201)
