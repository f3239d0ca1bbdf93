"""The ads' API: each handler reads, calls one service, and answers."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ads import briefs, queries, scripts, services
from ads.api import reading
from ads.api.serializers import (
    AdSerializer,
    AdStatusSerializer,
    BriefSerializer,
    ErrorSerializer,
    OrderSerializer,
    RetrySerializer,
    StartedSerializer,
    VideoUrlSerializer,
)
from vigen_site.api import next_page_link
from vigen_site.limits import limited

ERROR = ErrorSerializer
ONCE = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key makes the same ad only once."
)
FILTERS = [
    OpenApiParameter("status", str, description="Only ads of this status; any letter case."),
    OpenApiParameter("limit", int, description=f"Ads a page, 1 to {queries.LARGEST_PAGE}."),
    OpenApiParameter("cursor", str, description="From the Link header of the page before."),
]


def _me(request: Request) -> str:
    return str(request.user.pk)


class AdList(APIView):
    """A person's ads."""

    @extend_schema(
        parameters=FILTERS, responses={200: AdSerializer(many=True), 400: ERROR, 401: ERROR, 429: ERROR}
    )
    @limited("list")
    def get(self, request: Request) -> Response:
        """List your ads, newest first. The next page is in the Link header."""
        page = queries.ads_of(
            _me(request),
            status=reading.status(request),
            limit=reading.limit(request),
            cursor=reading.cursor(request),
        )
        ads = [AdSerializer(ad).data for ad in page.ads]
        return Response(ads, headers=next_page_link(request, page.cursor))

    @extend_schema(
        parameters=[ONCE],
        request=OrderSerializer,
        responses={201: StartedSerializer, 400: ERROR, 401: ERROR, 409: ERROR, 429: ERROR},
    )
    @limited("create")
    def post(self, request: Request) -> Response:
        """Order an ad; or, with draft, have only its script written, to read and change before anything is made."""
        body = reading.body(request)
        order = scripts.draft if reading.switch(body, "draft") else services.order
        ad = order(
            user_id=_me(request), brief=briefs.read(body), once_key=request.headers.get("Idempotency-Key", "")
        )
        return Response(StartedSerializer(ad).data, status=201)


class AdDetail(APIView):
    """One ad."""

    @extend_schema(responses={200: AdSerializer, 401: ERROR, 404: ERROR, 429: ERROR})
    @limited("read")
    def get(self, request: Request, run_id: str) -> Response:
        """Show an ad and its brief."""
        return Response(AdSerializer(queries.ad_for(_me(request), run_id)).data)

    @extend_schema(
        request=BriefSerializer(partial=True),
        responses={200: AdSerializer, 400: ERROR, 401: ERROR, 404: ERROR, 409: ERROR, 429: ERROR},
    )
    @limited("change", endpoint="edit")
    def patch(self, request: Request, run_id: str) -> Response:
        """Change name and brief; anything else that is sent is ignored."""
        return self._change(request, run_id)

    @extend_schema(
        request=BriefSerializer(partial=True),
        responses={200: AdSerializer, 400: ERROR, 401: ERROR, 404: ERROR, 409: ERROR, 429: ERROR},
    )
    @limited("change", endpoint="edit")
    def put(self, request: Request, run_id: str) -> Response:
        """The same as PATCH: what is not sent stays as it is."""
        return self._change(request, run_id)

    @extend_schema(responses={204: None, 401: ERROR, 404: ERROR, 409: ERROR, 429: ERROR})
    @limited("change", endpoint="delete")
    def delete(self, request: Request, run_id: str) -> Response:
        """Delete an ad and its files."""
        services.delete(user_id=_me(request), run_id=run_id)
        return Response(status=204)

    def _change(self, request: Request, run_id: str) -> Response:
        ad = services.update(user_id=_me(request), run_id=run_id, changes=reading.body(request))
        return Response(AdSerializer(ad).data)


class AdStatus(APIView):
    """What a client polls: one read of one record."""

    @extend_schema(responses={200: AdStatusSerializer, 401: ERROR, 404: ERROR, 429: ERROR})
    @limited("status")
    def get(self, request: Request, run_id: str) -> Response:
        """Show how far an ad is."""
        return Response(AdStatusSerializer(queries.ad_for(_me(request), run_id)).data)


class AdVideoUrl(APIView):
    """The finished film."""

    @extend_schema(responses={200: VideoUrlSerializer, 401: ERROR, 404: ERROR, 429: ERROR})
    @limited("video")
    def get(self, request: Request, run_id: str) -> Response:
        """Give an address of the film that is good for 15 minutes."""
        address = services.video_url(user_id=_me(request), run_id=run_id)
        return Response({"video_url": request.build_absolute_uri(address)})


class AdCancel(APIView):
    """Stopping."""

    @extend_schema(
        request=None, responses={202: StartedSerializer, 401: ERROR, 404: ERROR, 409: ERROR, 429: ERROR}
    )
    @limited("change", endpoint="cancel")
    def post(self, request: Request, run_id: str) -> Response:
        """Stop the making of an ad."""
        ad = services.cancel(user_id=_me(request), run_id=run_id)
        return Response(StartedSerializer(ad).data, status=202)


class AdRetry(APIView):
    """Another try."""

    @extend_schema(
        request=RetrySerializer,
        responses={202: StartedSerializer, 400: ERROR, 401: ERROR, 404: ERROR, 409: ERROR, 429: ERROR},
    )
    @limited("change", endpoint="retry")
    def post(self, request: Request, run_id: str) -> Response:
        """Make an ad, or make it again: after its last finished stage, or from one that is named."""
        start = reading.stage(reading.body(request).get("from"))
        ad = services.retry(user_id=_me(request), run_id=run_id, start=start)
        return Response(StartedSerializer(ad).data, status=202)
