"""Pictures for the tests, drawn here: product shots before plain grounds, and scenes like photographs."""

import io
import math

import numpy as np
import skia
from PIL import Image, ImageFilter


def surface(width: int, height: int) -> skia.Surface:
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Surface.MakeRaster(info)


def image_of(made: skia.Surface) -> Image.Image:
    pixels = made.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return Image.fromarray(np.ascontiguousarray(pixels[..., :3]), "RGB")


def noisy(image: Image.Image, *, strength: float = 2.0, seed: int = 1) -> Image.Image:
    """As a camera sees it."""
    chance = np.random.default_rng(seed)
    grain = chance.normal(0, strength, (image.height, image.width, 1))
    pixels = np.asarray(image, dtype=np.float32) + grain
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGB")


def linear(points, colors, positions=None) -> skia.Paint:
    return skia.Paint(
        Shader=skia.GradientShader.MakeLinear(points, colors, positions), AntiAlias=True, Dither=True
    )


def bottle(canvas: skia.Canvas, x: float, floor: float, height: float, color: tuple[int, int, int]) -> None:
    """A glossy bottle with a label that stands at (x, floor)."""
    wide = height * 0.19
    r, g, b = color
    dark, plain, light = (skia.Color(*(min(255, int(v * k)) for v in (r, g, b))) for k in (0.45, 1.0, 1.35))
    paint = linear([(x - wide, 0), (x + wide, 0)], [dark, plain, light, plain, dark], [0, 0.25, 0.4, 0.65, 1])
    body = skia.Path()
    body.addRRect(
        skia.RRect.MakeRectXY(
            skia.Rect.MakeLTRB(x - wide, floor - height * 0.68, x + wide, floor), wide * 0.3, wide * 0.3
        )
    )
    body.addRRect(
        skia.RRect.MakeRectXY(
            skia.Rect.MakeLTRB(x - wide * 0.42, floor - height * 0.92, x + wide * 0.42, floor - height * 0.6),
            8,
            8,
        )
    )
    canvas.drawPath(body, paint)
    cap = linear([(x - wide * 0.5, 0), (x + wide * 0.5, 0)], [0xFF3A2A18, 0xFFB98A4A, 0xFF5C4222, 0xFF2A1D10])
    canvas.drawRRect(
        skia.RRect.MakeRectXY(
            skia.Rect.MakeLTRB(x - wide * 0.5, floor - height, x + wide * 0.5, floor - height * 0.88), 8, 8
        ),
        cap,
    )
    label = linear([(x - wide, 0), (x + wide, 0)], [0xFFC9C2B4, 0xFFFBF6EA, 0xFFFFFFFF, 0xFFD2CABB])
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - wide, floor - height * 0.48, x + wide, floor - height * 0.2), label
    )
    ink = skia.Paint(Color=skia.Color(int(r * 0.6), int(g * 0.6), int(b * 0.6)), AntiAlias=True)
    canvas.drawCircle(x, floor - height * 0.37, wide * 0.38, ink)
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - wide * 0.6, floor - height * 0.26, x + wide * 0.6, floor - height * 0.245), ink
    )


def product_shot(
    *,
    width: int = 1200,
    height: int = 1500,
    ground: tuple[int, int, int] = (240, 238, 234),
    color: tuple[int, int, int] = (46, 120, 92),
    shadow: bool = True,
    vignette: float = 0.05,
) -> Image.Image:
    """A bottle before a plain ground, lit from the left, with a soft shadow at its foot."""
    made = surface(width, height)
    canvas = made.getCanvas()
    edge = tuple(int(v * (1 - vignette)) for v in ground)
    shader = skia.GradientShader.MakeRadial(
        (width / 2, height / 2), math.hypot(width, height) / 2, [skia.Color(*ground), skia.Color(*edge)]
    )
    canvas.drawPaint(skia.Paint(Shader=shader, Dither=True))
    floor, tall = height * 0.86, height * 0.72
    if shadow:
        shade = skia.Paint(
            Color=skia.Color(0, 0, 0, 90),
            AntiAlias=True,
            MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, tall * 0.03),
        )
        canvas.drawOval(
            skia.Rect.MakeLTRB(
                width / 2 - tall * 0.2, floor - tall * 0.03, width / 2 + tall * 0.27, floor + tall * 0.035
            ),
            shade,
        )
    bottle(canvas, width / 2, floor, tall, color)
    return noisy(image_of(made).filter(ImageFilter.GaussianBlur(0.7)))


def clouds(width: int, height: int, *, seed: int, roughness: float = 1.7) -> np.ndarray:
    """(height, width) of 0..1: noise with the spectrum of natural scenes (1/f)."""
    chance = np.random.default_rng(seed)
    fy, fx = np.meshgrid(np.fft.fftfreq(height), np.fft.fftfreq(width), indexing="ij")
    f = np.hypot(fx, fy)
    f[0, 0] = 1
    phase = np.exp(2j * np.pi * chance.random((height, width)))
    field = np.real(np.fft.ifft2(phase / f**roughness))
    low, high = np.percentile(field, (1, 99))
    return np.clip((field - low) / (high - low), 0, 1)


def lake(*, width: int = 1800, height: int = 1200, boat_at: float = 0.72, seed: int = 4) -> Image.Image:
    """Mountains, water and one red boat at the share ``boat_at`` of the width."""
    y = np.linspace(0, 1, height)[:, None] * np.ones((1, width))
    sky = np.stack([150 + 80 * y, 185 + 40 * y, 225 + 10 * y], axis=-1)
    sky += (clouds(width, height, seed=seed)[..., None] ** 2) * 60
    ridge = 0.30 + 0.12 * (clouds(width, 2, seed=seed + 1, roughness=1.2)[0] - 0.5)
    texture = clouds(width, height, seed=seed + 2, roughness=1.25)[..., None]
    rock = np.array([70, 84, 104]) + 70 * texture
    water = np.stack([40 + 50 * (1 - y), 92 + 40 * (1 - y), 110 + 40 * (1 - y)], axis=-1)
    water += 26 * (
        clouds(width // 6, height, seed=seed + 3, roughness=1.1).repeat(6, axis=1)[:, :width, None] - 0.5
    )
    scene = np.where((y > ridge[None, :])[..., None], rock, sky)
    scene = np.where((y > 0.55)[..., None], water, scene)
    made = surface(width, height)
    canvas = made.getCanvas()
    base = np.dstack([np.clip(scene, 0, 255), np.full((height, width), 255)]).astype(np.uint8)
    canvas.drawImage(skia.Image.fromarray(base, colorType=skia.kRGBA_8888_ColorType), 0, 0)
    _boat(canvas, width * boat_at, height * 0.68, height * 0.16)
    return noisy(image_of(made).filter(ImageFilter.GaussianBlur(0.6)), strength=3)


def _boat(canvas: skia.Canvas, x: float, y: float, size: float) -> None:
    hull = skia.Path()
    hull.moveTo(x - size, y)
    hull.lineTo(x + size, y)
    hull.quadTo(x + size * 0.8, y + size * 0.5, x + size * 0.4, y + size * 0.5)
    hull.lineTo(x - size * 0.5, y + size * 0.5)
    hull.quadTo(x - size * 0.9, y + size * 0.4, x - size, y)
    canvas.drawPath(hull, linear([(0, y), (0, y + size * 0.5)], [0xFFE2382B, 0xFF8C1A14]))
    sail = skia.Path()
    sail.moveTo(x, y - size * 1.6)
    sail.lineTo(x, y - size * 0.08)
    sail.lineTo(x + size * 0.95, y - size * 0.12)
    sail.close()
    canvas.drawPath(sail, linear([(x, 0), (x + size, 0)], [0xFFFFF6E6, 0xFFD9CDB8]))


def room(*, width: int = 1400, height: int = 1400, seed: int = 9) -> Image.Image:
    """A shelf in warm light: bottles in front of a wall with texture and blurred lamps."""
    texture = clouds(width, height, seed=seed, roughness=1.3)[..., None]
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    light = np.exp(-(((x - 0.3) / 0.5) ** 2) - ((y - 0.25) / 0.5) ** 2)[..., None]
    wall = np.array([92, 62, 44]) * (0.6 + 0.5 * texture) + np.array([150, 96, 40]) * light
    wood = np.array([120, 74, 40]) * (
        0.55 + 0.7 * clouds(width, height, seed=seed + 1, roughness=1.1)[..., None]
    )
    scene = np.where((y > 0.78)[..., None], wood, wall)
    made = surface(width, height)
    canvas = made.getCanvas()
    base = np.dstack([np.clip(scene, 0, 255), np.full((height, width), 255)]).astype(np.uint8)
    canvas.drawImage(skia.Image.fromarray(base, colorType=skia.kRGBA_8888_ColorType), 0, 0)
    chance = np.random.default_rng(seed)
    for _ in range(14):
        glow = skia.Paint(
            Color=skia.Color(255, 196, 110, 70),
            AntiAlias=True,
            MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 14),
        )
        canvas.drawCircle(
            chance.random() * width, chance.random() * height * 0.6, 22 + 40 * chance.random(), glow
        )
    for i, color in enumerate(((150, 60, 40), (46, 120, 92), (190, 140, 60))):
        bottle(canvas, width * (0.3 + 0.2 * i), height * (0.88 + 0.02 * (i % 2)), height * 0.5, color)
    return noisy(image_of(made).filter(ImageFilter.GaussianBlur(0.7)), strength=3)


def badge(*, size: int = 600, color: tuple[int, int, int] = (20, 60, 120)) -> Image.Image:
    """A logo on transparent ground."""
    made = surface(size, size)
    canvas = made.getCanvas()
    canvas.clear(0)
    paint = skia.Paint(Color=skia.Color(*color), AntiAlias=True)
    canvas.drawCircle(size / 2, size / 2, size * 0.36, paint)
    hole = skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kClear)
    canvas.drawRect(skia.Rect.MakeLTRB(size * 0.46, size * 0.28, size * 0.54, size * 0.72), hole)
    canvas.drawRect(skia.Rect.MakeLTRB(size * 0.28, size * 0.46, size * 0.72, size * 0.54), hole)
    pixels = made.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType).astype(np.float32)
    alpha = np.maximum(pixels[..., 3:], 1) / 255
    pixels[..., :3] = np.clip(pixels[..., :3], 0, 255)
    del alpha
    return Image.fromarray(pixels.astype(np.uint8), "RGBA")


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The bytes of a file."""
    out = io.BytesIO()
    image.save(out, kind, **({"quality": 90} if kind == "JPEG" else {}), **options)
    return out.getvalue()
