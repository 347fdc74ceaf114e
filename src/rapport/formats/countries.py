"""Names of countries as address books spell them, and their codes (ISO 3166 alpha-2)."""

from rapport.domain.text import fold

_SPELLINGS = {
    "AR": "argentina|argentine|argentinien",
    "AT": "austria|autriche|osterreich",
    "AU": "australia|australie|australien",
    "BE": "belgium|belgique|belgien|belgica|belgie",
    "BR": "brazil|bresil|brasilien|brasil",
    "CA": "canada|kanada",
    "CH": "switzerland|suisse|schweiz|suiza|svizzera",
    "CL": "chile|chili",
    "CN": "china|chine|people's republic of china",
    "CO": "colombia|colombie|kolumbien",
    "CZ": "czechia|czech republic|tchequie|republique tcheque|tschechien|chequia",
    "DE": "germany|allemagne|deutschland|alemania",
    "DK": "denmark|danemark|danmark|dinamarca",
    "EE": "estonia|estonie|estland",
    "ES": "spain|espagne|spanien|espana",
    "FI": "finland|finlande|finnland|finlandia|suomi",
    "FR": "france|frankreich|francia",
    "GB": "united kingdom|uk|great britain|england|scotland|wales|royaume-uni|grande-bretagne|angleterre|"
    "vereinigtes konigreich|grossbritannien|reino unido",
    "GR": "greece|grece|griechenland|grecia",
    "HU": "hungary|hongrie|ungarn|hungria",
    "IE": "ireland|irlande|irland|irlanda",
    "IL": "israel",
    "IN": "india|inde|indien",
    "IT": "italy|italie|italien|italia",
    "JP": "japan|japon",
    "KR": "south korea|coree du sud|sudkorea|corea del sur|republic of korea",
    "LT": "lithuania|lituanie|litauen|lituania",
    "LU": "luxembourg|luxemburg|luxemburgo",
    "LV": "latvia|lettonie|lettland|letonia",
    "MA": "morocco|maroc|marokko|marruecos",
    "MX": "mexico|mexique|mexiko",
    "NL": "netherlands|the netherlands|pays-bas|niederlande|paises bajos|nederland|holland",
    "NO": "norway|norvege|norwegen|noruega|norge",
    "NZ": "new zealand|nouvelle-zelande|neuseeland|nueva zelanda",
    "PE": "peru|perou",
    "PL": "poland|pologne|polen|polonia|polska",
    "PT": "portugal",
    "RO": "romania|roumanie|rumanien|rumania",
    "RU": "russia|russie|russland|rusia|russian federation",
    "SE": "sweden|suede|schweden|suecia|sverige",
    "SG": "singapore|singapour|singapur",
    "SN": "senegal",
    "TN": "tunisia|tunisie|tunesien|tunez",
    "TR": "turkey|turquie|turkei|turquia|turkiye",
    "UA": "ukraine|ucrania",
    "US": "united states|united states of america|usa|u.s.a.|u.s.|etats-unis|etats-unis d'amerique|"
    "vereinigte staaten|vereinigte staaten von amerika|estados unidos|ee. uu.|etats unis",
    "ZA": "south africa|afrique du sud|sudafrika|sudafrica",
}
_CODES = {spelling: code for code, spellings in _SPELLINGS.items() for spelling in spellings.split("|")}


def code_of(text: str) -> str:
    """The code of a country by name or code; empty where it is not known."""
    text = text.strip()
    if len(text) == 2 and text.isascii() and text.isalpha():
        return {"UK": "GB"}.get(text.upper(), text.upper())
    return _CODES.get(fold(text), "") if text else ""
