"""Briefs that people can start from: invented products, complete enough to make a good ad as they are."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "coffee": {
        "label": "A coffee roaster",
        "name": "Nordwind Coffee",
        "desc": (
            "Small-batch coffee, roasted on Tuesdays and at your door by Friday. Three beans: Harbour (dark, "
            "cocoa), Meadow (light, citrus) and Fjord (decaf). Whole or ground, in bags that keep it fresh "
            "for 8 weeks."
        ),
        "audience": "People who make coffee at home",
        "tone": "warm",
        "offer": "First bag half price",
        "call_to_action": "Taste the first bag",
        "contact": "nordwind.example",
        "brand_colors": ["#3b2418", "#e8b04b"],
    },
    "repair": {
        "label": "A bicycle workshop",
        "name": "Spoke & Chain",
        "desc": (
            "We fix your bicycle while you have a coffee. Brakes, gears and flat tyres in 30 minutes, "
            "no appointment needed. Every repair has a 12-month guarantee. "
            "Open Monday to Saturday, 9 am to 7 pm."
        ),
        "audience": "Commuters in town",
        "tone": "friendly",
        "call_to_action": "Roll in today",
        "contact": "14 Canal Street",
        "format": "1:1",
        "brand_colors": ["#0f5c4d", "#ffd166"],
    },
    "app": {
        "label": "An app",
        "name": "Tallybook",
        "desc": (
            "Tallybook sorts your receipts for you. Photograph a receipt, and it reads the amount, "
            "finds the category and files it for the tax return. "
            "Used by 4,200 freelancers. Free for 30 receipts a month."
        ),
        "audience": "Freelancers",
        "tone": "professional",
        "offer": "Free for 30 receipts a month",
        "call_to_action": "Sort your first receipt",
        "contact": "tallybook.example",
        "format": "16:9",
        "length": 20,
        "brand_colors": ["#1d3fbb", "#ff7a59"],
    },
}
