"""What a finished film has to keep to."""

from generation.studio.formats import FRAMES_PER_SECOND, SAMPLE_RATE

VIDEO_FORMAT, VIDEO_PROFILE = "AVC", "High"
CHROMA, BIT_DEPTH = "4:2:0", 8
COLOURS = "BT.709"
AUDIO_FORMAT = "AAC"
FRAME_RATE, RATE_MODE = float(FRAMES_PER_SECOND), "CFR"
AUDIO_RATE = SAMPLE_RATE
CHANNELS = 2

LENGTH_TOLERANCE = 0.1
# Picture and sound may end so far apart; players show more as a black or a frozen end.
ENDS_TOLERANCE = 0.040
# A file that is cut off decodes to fewer frames than it promises.
MISSING_FRAMES = 3
LOUDNESS, LOUDNESS_TOLERANCE = -14.0, 0.5
PEAK_DB = -1.0
LONGEST_BLACK = 0.5
LONGEST_FREEZE = 1.0
# A pixel below this share of white is black; a frame that differs from the last
# by less than this is the same (both on a scale of 0 to 1). Measured: a button
# that sways by 8 pixels is movement at 0.0001 and was not at 0.0003, and a still
# picture is still one after encoding at either.
BLACK_PIXEL = 0.10
SAME_FRAME = 0.0001
# A caption appears with its word, give or take.
CAPTION_TOLERANCE = 0.080
# The voice in the mix lies where it was laid.
VOICE_LAG = 0.040
# WCAG 2.2, 1.4.3. The encoder takes a little from every edge, which the second number allows for.
CONTRAST, CONTRAST_LOST = 4.5, 0.2

# Tall letters reach a little over the line of the capitals, and headlines come slowly nearer. Pixels.
ZONE_SLACK = 28.0
# How much a frame of the film may differ from the frame that was meant, on average in a word's box, of 255.
SAME_PICTURE = 30.0
