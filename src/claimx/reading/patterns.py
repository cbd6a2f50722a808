"""The words and forms by which parts of a page are known. No logic."""

from __future__ import annotations

import re

# Field of the metadata: the keys of front matter and header lines that give it; lower case,
# words joined by one space.
HEADER_KEYS = {
    "title": ("title", "headline"),
    "published": (
        "date",
        "published",
        "published on",
        "publication date",
        "date published",
        "pubdate",
        "publish date",
        "posted",
        "posted on",
        "dated",
    ),
    "url": ("url", "link", "permalink", "canonical", "canonical url", "source url"),
    "byline": ("by", "byline", "author", "authors", "written by", "reporter"),
    "publisher": ("source", "publisher", "publication", "outlet", "newspaper", "agency"),
    "id": ("id",),
    "language": ("language", "lang"),
}
# `Published March 14, 2025`, without a colon. Of the second group no publication date is read.
PUBLISHED_LEAD = re.compile(
    r"(?:first\s+)?(?:published|posted|publication date|date)(?:\s+on)?[:\s]\s*", re.IGNORECASE
)
UPDATED_LEAD = re.compile(
    r"(?:last\s+)?(?:updated|modified)(?:\s+(?:on|at))?[:\s]\s*", re.IGNORECASE
)

# Names as a dateline or a byline gives them, and the name of the publisher.
AGENCIES = {
    "ap": "Associated Press",
    "a.p.": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "afp": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse",
    "upi": "United Press International",
    "united press international": "United Press International",
    "ani": "ANI",
    "pti": "PTI",
    "ians": "IANS",
    "dpa": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "yonhap": "Yonhap",
    "anadolu": "Anadolu Agency",
    "aa": "Anadolu Agency",
    "irna": "IRNA",
    "bloomberg": "Bloomberg",
    "cnn": "CNN",
    "bbc": "BBC",
    "bbc news": "BBC News",
    "pa": "PA Media",
    "pa media": "PA Media",
    "press association": "PA Media",
    "cp": "The Canadian Press",
    "the canadian press": "The Canadian Press",
    "aap": "AAP",
    "voa": "Voice of America",
    "rfe/rl": "RFE/RL",
    "npr": "NPR",
    "jta": "JTA",
    "mena": "MENA",
    "wam": "WAM",
    "bernama": "Bernama",
    "antara": "Antara",
    "kuna": "KUNA",
    "spa": "SPA",
    "belga": "Belga",
    "apa": "APA",
    "ntb": "NTB",
    "tt": "TT",
    "cns": "Catholic News Service",
    "inter press service": "Inter Press Service",
    "ips": "Inter Press Service",
    "nyt": "The New York Times",
    "new york times": "The New York Times",
    "the new york times": "The New York Times",
    "washington post": "The Washington Post",
    "the washington post": "The Washington Post",
}

# What a person is who signs an article.
BYLINE_ROLES = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|bureau chief|bureau|staff|contributor"
    r"|journalist|analyst|editor-in-chief|news service|news agency|in [A-Z][\w.]+)\b",
    re.IGNORECASE,
)
# The sign-off of an agency.
CREDITS = re.compile(
    r"\(?[—–-]{0,2}\s*(?:additional\s+)?(?:reporting|writing|editing|compiled|edited|written)"
    r"\s+by\s+[A-Z].{0,300}",
    re.IGNORECASE | re.DOTALL,
)

SOCIAL_SIGNATURE = re.compile(
    r"(?:—|–|―|--|-)\s*(?P<name>[^\n—–()]{1,60}?)\s*\(@\w{1,30}\)\s*,?\s*"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+\d{4})"
)
SOCIAL_SHARE = re.compile(r"\bA (?:post|video|photo) (?:shared|posted) by .{1,80}\(@[\w.]{1,30}\)")
SOCIAL_LINK = re.compile(r"(?:pic\.twitter\.com/\w+|https?://t\.co/\w+)\W*$")

# Whom a picture is credited to: a name or a house.
_CREDITED = r"[A-Z][\w.'’-]*(?:\s(?:(?:of|the|de|van|von)\s)?[A-Z][\w.'’-]*){0,4}"
_CAPTION_FORMS = (
    r"(?:(?:AP|file|cover|main|lead)\s+)?(?:photo(?:graph)?s?|images?|picture|pictured|caption"
    r"|image credit|photo credit|picture credit|photo caption|graphic|illustration|credits?)"
    r"(?:\s+(?:credit|by|courtesy of|source))?\s*:\s*\S.*",
    r"\(?(?:(?:AP|file|courtesy)\s+)?(?:photo(?:graph)?s?|images?|picture)\s+(?:by|courtesy of)"
    r"\s+[A-Z].{0,80}",
    r"FILE\s*(?:PHOTO|PHOTOGRAPH|IMAGE)?\s*(?:[:—–-]|\().*",
    r"(?:FILE PHOTO|In this .{1,60} file photo,?)\b.*",
    r".{1,300}[\s(](?:Image|Photo|Photograph|Picture)s?: [A-Z][^!?\n]{1,80}",
    # A credit that ends the paragraph. `(AP)` and `via Reuters` alone may also end a report.
    r".*(?:/|\w[ ]via[ ])(?:Getty Images|Getty)\s*\)?\.?",
    r".*(?:/|\()(?:Getty Images|Getty)(?:/\w+)?\s*\)?\.?",
    r".*[\w.)]/(?:AFP|AP|Reuters|EPA|EPA-EFE|Shutterstock|Bloomberg|PA|PA Wire|Xinhua|TASS|ANI|PTI"
    r"|Anadolu|Pool|NurPhoto|UPI|EFE)(?:/\w+)?\s*\)?\.?",
    r".*[A-Z]\w+[ ]via[ ](?:AFP|AP|Reuters|EPA|Shutterstock|Xinhua|TASS|Anadolu)\s*\)?",
    r".*\((?:AP Photo|Photo|Image|Picture|File photo|Credit|Source|Courtesy)\b[^()]{0,80}\)\.?",
    r".*\b(?:AP Photo|REUTERS|Reuters)/[A-Z][\w.\s/’'-]{1,60}\)?\.?",
    r"[A-Z][^.!?]{0,60}\bGetty Images\.?",
    r"Image (?:caption|source),.*",
    r"(?:File|Stock|Library|Archive) (?:photo|image|picture|photograph)\b.{0,160}",
    # A credit behind the sentence of a caption: a name, a house, or both.
    rf".{{1,400}}[\w.!?\"”]\s*[(\[]{_CREDITED}\s?[/|]\s?{_CREDITED}[)\]]\.?",
    rf".{{1,400}}[.!?\"”]\s+{_CREDITED}\s?[/|]\s?{_CREDITED}",
    rf".{{1,400}}[.!?\"”]\s+(?:Photo(?:graph)?s?|Image|Picture)\s+(?:by|courtesy of)\s+{_CREDITED}"
    rf"(?:\s+for\s+.{{1,40}})?\.?",
    rf".{{1,400}}[.!?\"”]\s+Credits?:\s+{_CREDITED}.{{0,40}}",
    rf".{{1,400}}[.!?\"”]\s*(?:©|\(c\))\s*{_CREDITED}.{{0,40}}",
    r"Getty(?: Images)?\.?",
)
_CAPTION_FORM = "|".join(
    f"(?i:{form})" if number < 2 else f"(?:{form})" for number, form in enumerate(_CAPTION_FORMS)
)
# FILE and REUTERS are capitals in every house, so most forms keep their case. Several forms take
# the square of the length, on one word of capitals above all, and no caption is so long.
CAPTION = re.compile(rf"(?=.{{1,2000}}\Z)(?:{_CAPTION_FORM})", re.DOTALL)
MAXIMUM_CAPTION_WORDS = 120
# Whom the picture is credited to, at the end of a caption.
CREDIT = re.compile(
    r"(?:^|(?<=[\s.!?”\"]))[(\[]?(?:"
    r"(?:(?:AP|File|FILE|Main|Cover)\s+)?(?:Photo(?:graph)?s?|Images?|Pictures?|Pic|Credits?|Courtesy"
    r"|Illustration|Graphic|Video)(?:\s+(?:by|courtesy\s+of|credit|source))?\s*[:/]?\s+?[A-Z][^.!?]{0,100}"
    r"|(?:Photo(?:graph)?s?|Images?|Pictures?|Credits?):\s*[A-Z].{0,100}"
    rf"|©.{{0,80}}|(?:REUTERS|Reuters|AP Photo)/.{{1,60}}|{_CREDITED}\s?[/|]\s?{_CREDITED}(?:/\w+)?"
    r")[)\]]?\.?$"
)

_NETWORK = (
    r"(?:Twitter|X|Facebook|Instagram|Telegram|WhatsApp|YouTube|LinkedIn|TikTok|Threads|Bluesky"
    r"|Google News|Apple News|Flipboard|Mastodon|Snapchat|social media)"
)
_BOILERPLATE_FORMS = (
    r"(?:read|see|watch|listen)\s+(?:more|also|next|now|here)\b(?:\s*(?:[:>»→…|—–-].*|\.{0,3})"
    r"|\s+(?:here|at|about|on|from|in|stories|news|coverage)\b.*)?",
    r"(?:also\s+read|also\s+on\b.*|also\s+watch|must\s+read|you\s+may\s+also\s+like"
    r"|you\s+might\s+also\s+like|recommended|trending|most\s+read|most\s+popular|editors?['’]?s?"
    r"\s+picks?|more\s+from\s+\S.{0,40}|more\s+on\s+this\s+(?:story|topic)|more\s+stories"
    r"|related(?:\s+(?:articles?|stories|content|coverage|topics?|links?|news|posts?))?"
    r"|related\s+video|see\s+related|topics|tags|filed\s+under|more\s+news|previously)"
    r"\s*(?:[:|»>].*)?",
    r"read\s+(?:the\s+)?(?:rest|full|whole|entire|original|complete)\b.{0,80}\b"
    r"(?:here|article|story|report|interview|transcript|statement)\b.{0,30}",
    r"read\s+the\s+rest\b.{0,60}",
    r"read\s+it\s+(?:all\s+)?here\.?",
    rf"(?:follow|like|join|find|connect\s+with|add)\s.{{1,80}}\bon\s+{_NETWORK}\b.{{0,60}}",
    r"(?:follow|like)\s+us\b.{0,80}",
    r"follow\s+(?:@\w+|.{1,60}\(?@\w+\)?)\s*\.?",
    r"(?:subscribe|sign\s+up|register)\s+(?:to|for|here|now|today|and|free|with)\b.{0,160}",
    r"(?:subscribe|sign\s+up|sign\s+in|log\s+in|register|comments?|share|tweet|print|e-?mail"
    r"|pin\s+it|whatsapp|copy\s+link|leave\s+a\s+(?:comment|reply)|view\s+comments|save|listen)"
    r"[.!:]?",
    r"(?:get|receive)\s+(?:our|the|your)\b.{0,80}\b(?:newsletter|inbox|e-?mails?|app)\b.{0,60}",
    r"(?:join|download)\s+(?:our|the)\b.{0,60}\b(?:app|newsletter|channel|community|mailing\s+list)"
    r"\b.{0,60}",
    r"(?:click|tap)\s+(?:here|below|on\s+the\s+link|the\s+link|through)\b.{0,120}",
    r"(?:copyright[\s,:]*(?:©|\(c\)|(?:by\s+)?(?:19|20)\d\d)|\(c\)\s+(?:19|20)\d\d|©).{0,300}",
    r"copyright",
    r".{0,200}\ball\s+rights\s+reserved\b.{0,200}",
    r".{0,120}\bmay\s+not\s+be\s+(?:published|reproduced)\b.{0,160}",
    r"(?:advertisement|sponsored(?:\s+content)?|paid\s+(?:content|post)|promoted)\b"
    r"(?:\s*[:—–-].{0,80}|\.)?",
    r"(?:article|story|text)\s+continues\s+(?:below|after)\b.{0,60}",
    r"(?:scroll\s+down|continue\s+reading|keep\s+reading|skip\s+to|back\s+to\s+top|show\s+more"
    r"|load\s+more|view\s+this\s+post|loading)\b.{0,60}",
    r"share\s+(?:this|on|via|the|article|story)\b.{0,60}",
    r"(?:this|the)\s+(?:article|story|post|piece|column|report)\s+(?:was|is|has\s+been|first"
    r"|originally)\b.{0,40}\b(?:originally|first|updated|published|republished|corrected"
    r"|appeared|amended|edited|changed|revised|modified)\b.{0,300}",
    r"(?:(?:do\s+you\s+)?(?:have|got)|we['’]ve\s+got)\s+(?:a\s+|an\s+)?(?:news\s+)?(?:tip|story)\b"
    r".{0,160}",
    r"(?:an?\s+)?(?:earlier|previous)\s+versions?\s+of\s+this\s+(?:article|story|report)\b.{0,400}",
    r"(?:corrections?|clarifications?|editor['’]?s?['’]?\s+note|amendment)\b[^:]{0,30}:.{0,400}",
    r"(?:we|this\s+(?:site|website|page)|our\s+(?:site|website|partners))\s+(?:\w+\s+){0,3}uses?\s+cookies"
    r"\b.{0,200}",
    r"(?:by\s+(?:clicking|continuing|using)|please\s+accept)\b.{0,120}\bcookies\b.{0,100}",
    r"(?:accept|reject|allow|manage)\s+(?:all|cookies|preferences|content|choices|my\s+\w+)\b.{0,80}",
    r"thank(?:s|\s+you)\s+for\s+(?:reading|subscribing|watching|signing)\b.{0,100}",
    r"(?:support|fund)\s+(?:independent|our|local|quality)\s+(?:journalism|reporting|work)\b.{0,100}",
    r"already\s+a\s+(?:subscriber|member)\b.{0,60}",
    r"(?:have|were|are)\s+you\s+(?:been\s+)?affected\b.{0,160}",
    r"our\s+standards:.{0,100}",
    r"(?:scroll|swipe)\s+(?:to|for|down)\b.{0,40}",
    r"skip\s+(?:to\s+)?(?:advertisement|ad|main|content|navigation)\b.{0,40}",
    r"listen\s+to\s+this\s+(?:article|story)\b.{0,40}",
    r"\d{1,3}\s*[-\s]?min(?:ute)?s?\s+(?:read|listen)",
    r"comments?\s*\(?\d[\d,]*\)?|\d[\d,]*\s+comments?",
    r"(?:e-?mail|contact|write\s+to|call|text|whatsapp)\b.{0,80}\S+@\S+\.\w+.{0,60}",
    r"(?:don['’]t\s+miss|see\s+also)\s*[:|].{0,200}",
    r"for\s+(?:more|further|media)\s+(?:information|inquiries|enquiries)\b.{0,40}\b(?:visit|contact"
    r"|call|e-?mail|see)\b.{0,200}",
    r"(?:enter\s+your\s+e-?mail|contact\s+(?:us|the\s+author)|terms\s+of\s+(?:use|service)"
    r"|privacy\s+policy|cookie\s+(?:policy|settings)|support\s+our\s+journalism)\b.{0,120}",
    r"(?:watch|see|view|hear|listen\s+to)\s+(?:the\s+|a\s+|an\s+)?(?:\w+\s+){0,3}"
    r"(?:video|clip|interview|ad|trailer|photos|gallery|podcast|segment)s?\b"
    r"(?:\s+\w+){0,6}\s+(?:above|below|here)\b.{0,60}",
    r"[—–\s-]*(?:the\s+)?(?:associated\s+press|ap|reuters)?\s*(?:writers?|reporters?|journalists?)?"
    r"\s*(?:\w[\w.'’-]*[\s,]+){1,24}contributed\s+(?:to\s+this\s+\w+|reporting)\b.{0,60}",
)
BOILERPLATE = re.compile("|".join(f"(?:{form})" for form in _BOILERPLATE_FORMS), re.IGNORECASE)
MAXIMUM_BOILERPLATE_WORDS = 60

# Of HTML, as Markdown has them too: words to editors and tools, no part of the article.
COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
LIST_ITEM = re.compile(r"[ \t\u00a0]*(?:[-*+•‣▪◦●■–][ \t\u00a0]+|\(?\d{1,2}[.)][ \t\u00a0]+)\S")
MARKDOWN_HEADING = re.compile(r"[ ]{0,3}(?P<marks>#{1,6})[ \t]+(?=\S)")
MARKDOWN_QUOTE = re.compile(r"[ ]{0,3}>")
CLOCK_TIME = re.compile(
    r"\(?\d{1,2}(?:[:.]\d{2})?\s{0,4}(?:[ap]\.?m\.?)?(?:\s{1,4}[A-Z]{2,4})?\)?:?", re.I
)
