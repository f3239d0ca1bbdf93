"""French words that no rule gets right."""

from generation.studio.voice.tongues.listed import listed

# fmt: off
LISTED = {
    "femme": "fam", "monsieur": "məsjø", "messieurs": "mesjø", "oignon": "ɔnjɔ̃", "second": "səɡɔ̃",
    "seconde": "səɡɔ̃d", "ville": "vil", "mille": "mil", "mil": "mil", "village": "vilaʒ", "million": "miljɔ̃",
    "milliard": "miljaʁ", "tranquille": "tʁɑ̃kil", "fils": "fis", "plus": "plys", "tous": "tus", "six": "sis",
    "dix": "dis", "huit": "yit", "sept": "sɛt", "neuf": "nœf", "cinq": "sɛ̃k", "vingt": "vɛ̃", "est": "ɛ",
    "et": "e", "es": "ɛ", "eu": "y", "eut": "y", "les": "le", "des": "de", "mes": "me", "tes": "te", "ses": "se",
    "ces": "se", "de": "də", "le": "lə", "je": "ʒə", "me": "mə", "te": "tə", "se": "sə", "ce": "sə", "ne": "nə",
    "que": "kə", "client": "klijɑ̃", "patient": "pasjɑ̃", "août": "ut", "pays": "pei", "hier": "jɛʁ", "mer": "mɛʁ",
    "cher": "ʃɛʁ", "fier": "fjɛʁ", "hiver": "ivɛʁ", "amer": "amɛʁ", "enfer": "ɑ̃fɛʁ", "fer": "fɛʁ", "ver": "vɛʁ",
    "super": "sypɛʁ", "avec": "avɛk", "donc": "dɔ̃k", "parc": "paʁk", "sac": "sak", "lac": "lak", "os": "ɔs",
    "bus": "bys", "ours": "uʁs", "sens": "sɑ̃s", "gaz": "ɡaz", "net": "nɛt", "but": "byt", "brut": "bʁyt",
    "ouest": "wɛst", "sud": "syd", "nord": "nɔʁ", "test": "tɛst", "web": "wɛb", "cap": "kap", "stop": "stɔp",
    "chef": "ʃɛf", "clef": "kle", "nez": "ne", "chez": "ʃe", "œuf": "œf", "œufs": "ø", "bœuf": "bœf",
    "yeux": "jø", "œil": "œj", "automne": "otɔn", "sculpture": "skyltyʁ", "compte": "kɔ̃t", "compter": "kɔ̃te",
    "examen": "ɛɡzamɛ̃", "bien": "bjɛ̃", "rien": "ʁjɛ̃", "ancien": "ɑ̃sjɛ̃", "science": "sjɑ̃s", "expérience":
    "ɛkspeʁjɑ̃s", "aquarium": "akwaʁjɔm", "quoi": "kwa", "équipe": "ekip", "linge": "lɛ̃ʒ", "aujourd'hui":
    "oʒuʁdyi", "aujourdhui": "oʒuʁdyi", "hui": "yi", "maman": "mamɑ̃", "faim": "fɛ̃", "parfum": "paʁfœ̃",
    "album": "albɔm", "maximum": "maksimɔm", "minimum": "minimɔm", "prix": "pʁi", "deux": "dø", "voix": "vwa",
    "toujours": "tuʒuʁ", "temps": "tɑ̃", "corps": "kɔʁ", "pied": "pje", "sens ": "sɑ̃s", "gratuit": "ɡʁatyi",
    "nuit": "nyi", "aussi": "osi", "week": "wik", "end": "ɛnd", "weekend": "wikɛnd", "email": "imɛl",
    "mail": "mɛl", "shampoing": "ʃɑ̃pwɛ̃", "smartphone": "smaʁtfɔn", "internet": "ɛ̃tɛʁnɛt", "smoothie": "smuzi",
    "burger": "bœʁɡœʁ", "cool": "kul", "online": "ɔnlajn", "app": "ap", "faisait": "fəzɛ", "faisons": "fəzɔ̃",
    "ai": "e", "ait": "ɛ", "poêle": "pwal", "moelleux": "mwalø", "moelleuse": "mwaløz", "solennel": "sɔlanɛl",
    "baptême": "batɛm", "sculpter": "skylte", "orchestre": "ɔʁkɛstʁ", "écho": "eko", "technique": "tɛknik",
    "technologie": "tɛknɔlɔʒi", "psychologie": "psikɔlɔʒi", "archi": "aʁʃi", "tabac": "taba", "estomac": "ɛstɔma",
    "porc": "pɔʁ", "blanc": "blɑ̃", "franc": "fʁɑ̃", "banc": "bɑ̃", "croc": "kʁo", "clerc": "klɛʁ", "respect": "ʁɛspɛ",
    "aspect": "aspɛ", "exact": "ɛɡzakt", "direct": "diʁɛkt", "contact": "kɔ̃takt", "impact": "ɛ̃pakt", "fait": "fɛ",
    "secret": "səkʁɛ", "ceux": "sø", "fusil": "fyzi", "outil": "uti", "gentil": "ʒɑ̃ti", "persil": "pɛʁsi",
    "sourcil": "suʁsi", "avril": "avʁil", "fil": "fil", "mars": "maʁs", "jus": "ʒy", "as": "a", "pas": "pa",
    "zéro": "zeʁo", "mois": "mwa", "euro": "øʁo", "euros": "øʁo", "neufs": "nœf", "quand": "kɑ̃", "grand": "ɡʁɑ̃",
    "deuxième": "døzjɛm", "sixième": "sizjɛm", "dixième": "dizjɛm", "jean": "ʒɑ̃", "cet": "sɛt", "famille": "famij",
    "boulanger": "bulɑ̃ʒe", "premier": "pʁəmje", "dernier": "dɛʁnje", "dessus": "dəsy", "dessous": "dəsu",
    "ressource": "ʁəsuʁs", "parking": "paʁkiŋ", "shopping": "ʃɔpiŋ", "marketing": "maʁkətiŋ", "camping": "kɑ̃piŋ",
    "fitness": "fitnɛs", "coach": "kotʃ", "sport": "spɔʁ", "dent": "dɑ̃", "lent": "lɑ̃", "vent": "vɑ̃",
}
SILENT_ENT = frozenset(
    listed("parlent aiment donnent trouvent viennent peuvent veulent doivent savent prennent mettent disent vivent "
    "portent travaillent arrivent restent passent cherchent pensent demandent jouent montrent offrent ouvrent "
    "choisissent finissent permettent proposent attendent vendent rendent comprennent apprennent deviennent "
    "tiennent reviennent existent continuent commencent utilisent adorent livrent préparent préfèrent achètent "
    "gagnent coûtent changent mangent tombent semblent laissent créent voient croient boivent écrivent lisent "
    "suivent servent partent sortent dorment sentent rentrent entrent appellent rappellent méritent racontent "
    "regardent écoutent souhaitent recherchent respectent réparent fabriquent cuisent profitent aident")
)
# fmt: on
