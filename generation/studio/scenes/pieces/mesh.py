"""A gradient that flows: computed small, shown large."""

from functools import lru_cache

import numpy as np
import skia

from generation.studio.design.color import rgb
from generation.studio.design.grounds import Ground
from generation.studio.formats import Format
from generation.studio.scenes.canvas import SMOOTH, Layer

_SHARE = 16
_PROGRAM = """
uniform float t; uniform float2 size; uniform float3 a; uniform float3 b; uniform float3 c;
half4 main(float2 p) {
  float2 u = p / size;
  float2 m = float2(.2 + .15 * sin(t * .7), .15 + .1 * cos(t * .9));
  float2 n = float2(.85 + .1 * cos(t * .6), .45 + .12 * sin(t * .8));
  float2 o = float2(.3 + .2 * sin(t * .5 + 2.), .95);
  float3 k = b;
  k = mix(k, a, exp(-5. * dot(u - m, u - m)));
  k = mix(k, c, exp(-4.5 * dot(u - o, u - o)));
  k = mix(k, a, .55 * exp(-7. * dot(u - n, u - n)));
  return half4(half3(k), 1);
}
"""


@lru_cache(maxsize=1)
def _effect() -> skia.RuntimeEffect:
    return skia.RuntimeEffect.MakeForShader(_PROGRAM)


def mesh(frame: Format, ground: Ground) -> Layer:
    """Paints the whole frame with the ground's three flowing colours.

    Text reads on it wherever it reads on the ground: mixing two colours of a
    ground gives nothing lighter or darker than both.
    """
    width, height = frame.width / _SHARE, frame.height / _SHARE
    info = skia.ImageInfo.Make(round(width), round(height), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRaster(info)
    whole = skia.Rect.MakeWH(frame.width, frame.height)
    still = [channel / 255 for stop in ground.flow for channel in rgb(stop)]

    def layer(canvas: skia.Canvas, t: float) -> None:
        values = np.array([t * 1.1, surface.width(), surface.height(), *still], dtype=np.float32)
        shader = _effect().makeShader(skia.Data.MakeWithCopy(values.tobytes()))
        surface.getCanvas().drawPaint(skia.Paint(Shader=shader))
        canvas.drawImageRect(surface.makeImageSnapshot(), whole, SMOOTH)

    return layer
