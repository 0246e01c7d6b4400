"""English and French that programs for pages print below a text of any language."""

import re
from typing import Final

from warraq.importer.language import LETTER

_BUTTON_LIST: Final = """
comments comment commenting facebook disqus share shares tweet loading leave cancel post posts
posted print printable printer email mail subscribe follow read related previous next older newer
load show view views click notify log login powered tags advertisement advertisements scroll back
skip save required rate rated report reply replies response responses pings trackbacks bookmark
permalink continue written published filed tagged send copy download recent trending sponsored
spread search submit join toggle navigation links enable sharing addthis sharethis
"""
_FRENCH_LIST: Final = """
accueil imprimer envoyer partager commenter commentaire commentaires commentez écouter télécharger
rechercher recherche suivez abonnez connexion inscription contact visiteurs vues lire suite suivant
précédent précédente retour réagir rubrique archives plan mentions droits réservés newsletter
s'abonner étiquettes tags publicité copyright
"""
_FRENCH_WORD_LIST: Final = """
à a ami article articles au aussi aux avec avis ce cet cette ces connectés d dans de des direct du
en et haut ici j la laisser laissez le les lettre ligne même mes mois mon navigation nos nous notre
o ou page par pas plus post pour propos publié puis qui sa se ses similaire similaires site son
sujet sur sont tous tout toute toutes un une vers voir votre vos www légales
"""
_START_LIST: Final = "add be both currently like likes no please popular sorry there you your"
"""With which a line begins that a program for pages prints in English below an Arabic text."""
_WORD_LIST: Final = """
a account ad ads address again all also an and article articles at atom below blog bottom box
browser but button buttons by can closed com content count discussion does down feed field fields
first for form friend friendly friends from google here home i if in instagram into is it item items
javascript latest link linkedin logged love marked may me menu messenger might more must my name new
news newsletter not now of off on one open opens or other others out own page pdf pinterest plugin
plus pocket reader readers reading reddit register results rss section see site skype stories story
subject support telegram that the them these this thread time to top topics trackback tumblr twitter
up updates us using version via video visitors we web website whatsapp what will window with
wordpress x yet are
"""
_BUTTONS: Final = frozenset(_BUTTON_LIST.split()) | frozenset(_FRENCH_LIST.split())
_STARTS: Final = _BUTTONS | frozenset((*_START_LIST.split(), "dans", "tous", "voir", "laisser"))
_WORDS: Final = _STARTS | frozenset((*_WORD_LIST.split(), *_FRENCH_WORD_LIST.split()))
_START: Final = re.compile(
    r"lire aussi\b|à lire aussi|sur le même sujet|soyez le premier|téléchargez l|ce site utilise|"
    r"commentaires? \(\d|tous droits réservés|partager (?:sur|cet)|laisse[rz] un|publié (?:le|"
    r"par)|like this:|(?:view all|see \w+'s) posts\b|about (?:the |post )?author$|"
    r"your email address|most popular$|support\s.{0,40}journalism|up next$|"
    r"(?:- )?(?:see|read) more (?:at|on)\s?:|"
    r"email this\s?blogthis|this (?:entry was posted|(?:web)?site uses)\b|bookmark the\b|"
    r"\d{1,5}\s+(?:comments?|responses?|replies|thoughts)\b|last modified\b|read \d+ times\b|"
    r"(?:error|alert)\s*:(?=.{0,50}(?:محمي|نسخ|protected))|content is protected\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[a-zà-öø-ÿœ]+", re.IGNORECASE)


def is_of_page(text: str) -> bool:
    """What programs for pages print in English or French below any text: it begins so, or has two
    words or more and none but theirs, «Comments are closed.», «Share this:».
    """
    if text[:1] >= "{":
        return False  # as most lines
    if _START.match(text):
        return True
    if LETTER.search(text):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    known = len(words) > 1 and words[0] in _STARTS and _WORDS.issuperset(words)
    return known and not _BUTTONS.isdisjoint(words)
