"""A gradient that flows: computed small, shown large.

From one cell to the next it is smooth; nine pixels that lie together have the same colour, or two that
nobody can tell apart. So little of it is mixed, and the rest copied, in an eighth of the time.
"""

from functools import lru_cache

import numpy as np
import skia

from generation.studio.design.color import rgb
from generation.studio.design.grounds import Ground
from generation.studio.formats import Format
from generation.studio.scenes.canvas import SMOOTH, Layer

_SHARE, _SAME = 16, 3
_NEAREST = skia.SamplingOptions()
# So often a second the gradient is made anew: it flows too slowly for more to be seen.
_STEPS = 10
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
    small = _opaque(round(frame.width / _SHARE), round(frame.height / _SHARE))
    larger = _opaque(round(frame.width / _SAME), round(frame.height / _SAME))
    smooth, whole = (
        skia.Rect.MakeWH(larger.width(), larger.height()),
        skia.Rect.MakeWH(frame.width, frame.height),
    )
    still = [channel / 255 for stop in ground.flow for channel in rgb(stop)]

    kept: dict[int, skia.Image] = {}

    def at(step: int) -> skia.Image:
        values = np.array([step / _STEPS * 1.1, small.width(), small.height(), *still], dtype=np.float32)
        shader = _effect().makeShader(skia.Data.MakeWithCopy(values.tobytes()))
        small.getCanvas().drawPaint(skia.Paint(Shader=shader))
        larger.getCanvas().drawImageRect(small.makeImageSnapshot(), smooth, SMOOTH)
        return larger.makeImageSnapshot()

    def layer(canvas: skia.Canvas, t: float) -> None:
        step = round(t * _STEPS)
        if step not in kept:
            kept.clear()
            kept[step] = at(step)
        canvas.drawImageRect(kept[step], whole, _NEAREST)

    return layer


def _opaque(width: int, height: int) -> skia.Surface:
    """Opaque pictures are copied where others have to be blended."""
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kOpaque_AlphaType)
    return skia.Surface.MakeRaster(info)
