"""The embedded copywriter: rules over a real parse of the brief, not a neural model, and labelled so.

A brief goes through its rooms in this order: ``grammar`` parses it, ``facts`` reads typed facts out of it, ``lines``
puts each fact into lines of several lengths, ``planning`` chooses what the time has room for, ``screen`` what stands on
the pictures. ``script`` is the door to all of them.
"""

LABEL = "Written by rules (embedded copywriter)"
