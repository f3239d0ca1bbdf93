"""The names of units and currencies."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Currency:
    """What a currency is called; ``small`` is its hundredth part, empty where nobody counts it."""

    one: str
    many: str
    small: str


CURRENCIES = {
    "$": Currency("dollar", "dollars", "cents"),
    "€": Currency("euro", "euros", "cents"),
    "£": Currency("pound", "pounds", "pence"),
    "¥": Currency("yen", "yen", ""),
    "₹": Currency("rupee", "rupees", ""),
}
CURRENCY_CODES = {"€": "€", "$": "$", "£": "£", "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹"}
SCALES = {"k": "thousand", "m": "million", "bn": "billion"}
PERIODS = {
    "mo": "month",
    "mth": "month",
    "yr": "year",
    "wk": "week",
    "hr": "hour",
    "h": "hour",
    "pp": "person",
    "pcm": "month",
    "pw": "week",
    "pa": "year",
}

# As written, lower case, and what it is called once and many times.
_UNITS = {
    "g": ("gram", "grams"),
    "kg": ("kilogram", "kilograms"),
    "mg": ("milligram", "milligrams"),
    "oz": ("ounce", "ounces"),
    "lb": ("pound", "pounds"),
    "lbs": ("pound", "pounds"),
    "mm": ("millimeter", "millimeters"),
    "cm": ("centimeter", "centimeters"),
    "m": ("meter", "meters"),
    "km": ("kilometer", "kilometers"),
    "km/h": ("kilometer an hour", "kilometers an hour"),
    "mph": ("mile an hour", "miles an hour"),
    "mi": ("mile", "miles"),
    "ft": ("foot", "feet"),
    "in": ("inch", "inches"),
    "★": ("star", "stars"),
    "m²": ("square meter", "square meters"),
    "m³": ("cubic meter", "cubic meters"),
    "ml": ("milliliter", "milliliters"),
    "cl": ("centiliter", "centiliters"),
    "l": ("liter", "liters"),
    "s": ("second", "seconds"),
    "sec": ("second", "seconds"),
    "secs": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "hr": ("hour", "hours"),
    "hrs": ("hour", "hours"),
    "ms": ("millisecond", "milliseconds"),
    "w": ("watt", "watts"),
    "kw": ("kilowatt", "kilowatts"),
    "kwh": ("kilowatt hour", "kilowatt hours"),
    "mah": ("milliamp hour", "milliamp hours"),
    "v": ("volt", "volts"),
    "mb": ("megabyte", "megabytes"),
    "gb": ("gigabyte", "gigabytes"),
    "tb": ("terabyte", "terabytes"),
    "hz": ("hertz", "hertz"),
    "khz": ("kilohertz", "kilohertz"),
    "ghz": ("gigahertz", "gigahertz"),
    "db": ("decibel", "decibels"),
    "%": ("percent", "percent"),
    "°": ("degree", "degrees"),
    "°c": ("degree Celsius", "degrees Celsius"),
    "°f": ("degree Fahrenheit", "degrees Fahrenheit"),
    "x": ("time", "times"),
    "bn": ("billion", "billion"),
    "pcs": ("piece", "pieces"),
    "p": ("p", "p"),
}
# Behind a blank these are words or initials more often than units: "5 x", "7 V", "3 p".
_ONLY_ATTACHED = frozenset({"x", "v", "p", "s", "bn", "in"})
# In a capital these stand for something else: "4K", "5G", "10M".
_ONLY_SMALL = frozenset({"g", "m", "s", "h", "p"})


def measure(unit: str, amount: str, *, is_apart: bool = False) -> str | None:
    """The name of ``unit`` for that amount ("1" takes the singular), or None if it is no unit."""
    written = unit.lower()
    if written not in _UNITS or (is_apart and written in _ONLY_ATTACHED):
        return None
    if written in _ONLY_SMALL and unit != written:
        return None
    return _UNITS[written][0 if amount == "1" else 1]


def unit_name(unit: str) -> str | None:
    """The singular, for compounds like "30-min"."""
    return measure(unit, "1")
