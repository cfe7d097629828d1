#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds data/gazetteer.tsv from open facts and from the project's own lists beside this script.

  build_gazetteer.py FACTS [OUTPUT]

FACTS holds countries/ (factbook_countries.tsv, country-codes.csv), leaders/ (cia_world_leaders_2019-06.tsv,
factbook_leaders_2026.tsv, ministers_2022_wikidata.tsv, world_leaders_2021_wikidata.csv, world_bodies_2022_wikidata.csv)
and organisations/ (igo_names_petrarch.tsv). gazetteer.SOURCES.md names each source and its licence. The same input
gives the same bytes. extract/actors/gazetteer.h describes the output.
"""
import csv
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
MEMBERSHIPS = {"UN": "United Nations", "EU": "European Union", "NATO": "NATO", "AU": "African Union", "LAS": "Arab League",
               "GCC": "Gulf Cooperation Council", "ASEAN": "Association of Southeast Asian Nations", "OPEC":
               "Organization of the Petroleum Exporting Countries", "OAS": "Organization of American States", "OIC":
               "Organization of Islamic Cooperation", "OSCE": "Organization for Security and Cooperation in Europe",
               "SCO": "Shanghai Cooperation Organization", "CIS": "Commonwealth of Independent States", "CSTO":
               "Collective Security Treaty Organization", "ECOWAS": "Economic Community of West African States", "SADC":
               "Southern African Development Community", "IGAD": "Intergovernmental Authority on Development", "WTO":
               "World Trade Organization", "IAEA": "International Atomic Energy Agency", "IMF": "International Monetary Fund",
               "APEC": "Asia-Pacific Economic Cooperation", "BRICS": "BRICS", "G-7": "Group of Seven", "G-20": "Group of 20",
               "SAARC": "South Asian Association for Regional Cooperation", "Mercosur": "Mercosur", "Caricom":
               "Caribbean Community", "C": "Commonwealth", "NAM": "Non-Aligned Movement", "EAEU": "Eurasian Economic Union",
               "CE": "Council of Europe", "OECD": "Organization for Economic Cooperation and Development"}
ORGANISATION_WORD = re.compile(
    r"\b(organi[sz]ation|commission|union|community|council|bank|fund|association|agency|court|authority|assembly|"
    r"parliament|league|committee|conference|secretariat|programme|program)\b", re.I)
# Words that are also English words or common forenames: a lone token of these is no reliable name.
LONE_CAPITALS = {"The Valley", "West Island", "Plymouth", "Stanley", "Kingston", "Hamilton", "Georgetown", "George Town",
                 "Victoria", "Douglas", "The Settlement", "Road Town", "Adamstown", "Male", "Malé", "Saint Helier", "Charlotte Amalie",
                 "Jamestown", "San Juan", "Santo Domingo"}


def plain(text):
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c))


def slug(text):
    text = plain(text).lower().replace("'", "").replace("’", "").replace(".", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def read(path, **options):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, **options)


def read_own(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line.split("\t")


class Entry:
    def __init__(self, id_, kind, label, country=""):
        self.id, self.kind, self.label, self.country = id_, kind, label, country
        self.names, self.facts, self.offices = [], {}, []

    def add(self, role, name):
        name = " ".join(name.split())
        if not name or "|" in name or "\t" in name:
            return
        text = name if role == "name" else role + ":" + name
        if text not in self.names:
            self.names.append(text)

    def line(self):
        facts = ["%s=%s" % (k, v) for k, v in sorted(self.facts.items()) if v]
        facts += ["office=" + "@".join(o) for o in self.offices]
        return "\t".join([self.id, self.kind, self.label, self.country, "|".join(self.names), ";".join(facts)])


def alternatives(text):
    """'Belarusian(s) or Bajan (colloquial)' -> Belarusian, Belarusians, Bajan."""
    text = text.split("; note")[0]
    for part in re.split(r",|;| or ", text):
        part = part.strip()
        plural = "(s)" in part
        part = re.sub(r"\s*\([^)]*\)", "", part).strip()
        if part and part not in ("NA", "none"):
            yield part
            if plural:
                yield part + "s"


def countries(facts):
    entries = {}
    for row in read(os.path.join(facts, "countries", "factbook_countries.tsv"), delimiter="\t"):
        iso = row["iso3"]
        if len(iso) != 3:
            continue
        short, long_ = row["short_name"].strip(), row["long_name"].strip()
        label = short if short not in ("", "none") else long_
        label = re.sub(r"\s*\(.*\)", "", label).split(";")[0]
        entry = entries.setdefault(iso, Entry("country:" + iso, "country", label, iso))
        long_ = re.sub(r"\s*\(.*\)", "", long_).split(";")[0]
        for name in (label, re.sub(r"^The ", "", label), "" if long_ == "none" else long_):
            entry.add("name", name)
        if iso not in ("HKG", "MAC", "SPM", "ABW", "CUW", "GGY", "JEY", "DMA"):
            for name in alternatives(row["demonym_adjective"]):
                entry.add("adj", name)
            for name in alternatives(row["demonym_noun"]):
                entry.add("people", name)
        capital = re.sub(r"\s*\(.*", "", row["capital"].split(";")[0]).strip().strip('"')
        if capital and len(capital) < 30 and capital not in LONE_CAPITALS and "no official" not in capital \
                and "administered" not in capital and capital != entry.label:
            entry.add("capital", capital)
            entry.add("capital", plain(capital))
        entry.facts["_memberships"] = row["organisations"]
    for row in read(os.path.join(facts, "countries", "country-codes.csv")):
        iso = row["ISO3166-1-Alpha-3"]
        if iso in entries:
            for name in (row["UNTERM English Formal"], row["UNTERM English Short"]):
                name = re.sub(r"^the ", "", re.sub(r"\s*\(.*?\)", "", name)).strip()
                if len(name) > 4 and "part of" not in name.lower():
                    entries[iso].add("name", name)
    for code, key, values in read_own("gazetteer_countries.tsv"):
        if key == "new":
            id_ = "country:" + (code if code in ("PSE", "XKX", "SRB") else slug(values))
            within = {"ABK": "GEO", "SOS": "GEO", "TRN": "MDA", "NKR": "AZE", "SML": "SOM", "TNC": "CYP"}  # the state that ISO 3166-1 sees
            entry = entries[code] = Entry(id_, "country", values, code if code in ("PSE", "XKX", "SRB") else within.get(code, ""))
            entry.add("name", values)
            continue
        entry = entries[code]
        role = {"label": "name"}.get(key, key)
        if key == "label":
            entry.label = values
        if key == "capital":
            entry.names = [n for n in entry.names if not n.startswith("capital:")]
        if key == "also":
            entry.facts["also"] = values.replace("|", ",")
            role = "name"
        for name in values.split("|"):
            entry.add(role, name)
    for code, cities in read_own("gazetteer_cities.tsv"):
        for name in cities.split("|"):
            entries[code].add("city", name)
    return entries


def institutions(known):
    by_name = {}
    for type_, country, part_of, names in read_own("gazetteer_known.tsv"):
        names = names.split("|")
        kind = "bloc" if type_ == "bloc" else "institution"
        id_ = kind + ":" + slug(names[0])
        while id_ in known:
            id_ += "-" + (country or type_).lower()
        entry = known[id_] = Entry(id_, kind, names[0], country)
        for name in names:
            role, _, rest = name.partition(":")
            if role in ("adj", "people"):
                entry.add(role, rest)
            else:
                entry.add("name", name)
                if name.startswith("U.S. "):
                    entry.add("name", "United States " + name[5:])
                    entry.add("name", "US " + name[5:])
        entry.facts["type"] = type_
        entry.facts["part_of"] = part_of
        for name in names:
            by_name.setdefault(name, id_)
    for entry in known.values():
        part_of = entry.facts.get("part_of", "")
        if part_of and ":" not in part_of:
            entry.facts["part_of"] = by_name[part_of]
    return by_name


def further_organisations(facts, known, by_name):
    small = {"of", "the", "and", "for", "in", "on", "to", "de", "de la", "against"}
    have = {name.lower() for name in by_name}
    for row in read(os.path.join(facts, "organisations", "igo_names_petrarch.tsv"), delimiter="\t"):
        name = row["name"]
        if len(name.split()) < 3 or not ORGANISATION_WORD.search(name) or name.startswith("THE ") or "," in name:
            continue
        words = [w.lower() if w.lower() in small else w.capitalize() for w in name.replace(" UN ", " UN ").split()]
        words = ["UN" if w == "Un" else w for w in words]
        text = " ".join(words)
        if text.lower() in have or text.startswith("UN ") or "President" in text or "Secretary" in text:
            continue
        have.add(text.lower())
        id_ = "institution:" + slug(text)
        if id_ not in known:
            entry = known[id_] = Entry(id_, "institution", text)
            entry.add("name", text)
            entry.facts["type"] = "igo"


def person_name(text):
    """'Mohammad Farid HAMIDI' -> 'Mohammad Farid Hamidi'."""
    text = re.sub(r"^of China ", "", re.sub(r"\([^)]*\)", "", text).replace("’", "'"))
    text = re.sub(r"^(Dr\.|Sir|Dame|Gen\.|Lt\. Gen\.|Maj\. Gen\.|Adm\.|Sheikh|Dr|Brig\. Gen\.|Col\.|Ret\.)\s+", "", text.strip())

    def lower(word):
        return "-".join("'".join(p[:1] + p[1:].lower() for p in part.split("'")) for part in word.split("-"))

    words = [lower(w) if w.isupper() and len(w) > 1 and not w.endswith(".") else w for w in text.split()]
    return " ".join(w for w in words if w not in (",", "Jr."))


class People:
    def __init__(self, known):
        self.known, self.by_name = known, {}

    def add(self, names, country, title, start, end, kind="official"):
        first = names[0]
        if len(first.split()) < 2 or len(first) > 60 or "vacant" in first.lower() or any(c.isdigit() for c in first):
            return None
        # One full name is one person, whatever the country: a minister who went to Brussels, a king of fifteen realms.
        key = plain(first).lower().replace("-", " ")
        entry = self.by_name.get(key)
        if entry is None:
            id_ = kind + ":" + slug(first)
            if id_ in self.known:
                return self.known[id_]
            entry = self.known[id_] = Entry(id_, kind, first, "" if ":" in country else country)
        for name in names:
            self.by_name.setdefault(plain(name).lower().replace("-", " "), entry)
            entry.add("name", name)
        office = (re.sub(r"[@;=|\t]", " ", title), country, start, end)
        elsewhere = entry.country and country != entry.country and ":" not in country  # a king's other realms
        if title and not elsewhere and office not in entry.offices and len(entry.offices) < 6:
            entry.offices.append(office)
        return entry


def leaders(facts, known, by_name, by_country):
    people = People(known)
    for country, title, start, end, names in read_own("gazetteer_leaders.tsv"):
        country = by_name[country[1:]] if country.startswith("@") else country
        entry = people.add(names.split("|"), country, title, start, end)
        if entry:
            entry.facts["type"] = "known"  # by the surname alone
    for country, affiliation, names in read_own("gazetteer_people.tsv"):
        entry = people.add(names.split("|"), country, "", "", "", "person")
        if entry and affiliation:
            entry.facts["affiliation"] = by_name[affiliation]
    folder = os.path.join(facts, "leaders")
    for row in read(os.path.join(folder, "world_leaders_2021_wikidata.csv")):
        iso = by_country.get(row["country"])
        if iso:
            title = re.sub(r" of .*", "", row["positionLabel"])
            people.add([row["officeholderLabel"]], iso, title[:1].upper() + title[1:], row["start_year"], row["end_year"])
    sources = {"australia": "AUS", "brazil": "BRA", "canada": "CAN", "china": "CHN", "france": "FRA", "hungary": "HUN",
               "india": "IND", "iran": "IRN", "israel": "ISR", "japan": "JPN", "pakistan": "PAK", "russia": "RUS",
               "south-africa": "ZAF", "south-korea": "KOR", "turkey": "TUR", "uae": "ARE", "ukraine": "UKR",
               "united-kingdom": "GBR", "us": "USA"}
    for row in read(os.path.join(folder, "ministers_2022_wikidata.tsv"), delimiter="\t"):
        iso = sources.get(re.sub(r"-(cabinet|ministers)$", "", row["source"]))
        if iso:
            people.add([row["person"]], iso, row["position"], row["start"], row["end"])
    for row in read(os.path.join(folder, "factbook_leaders_2026.tsv"), delimiter="\t"):
        match = re.match(r"((?:[A-Z][A-Za-z-]*\s)*?(?:President|Prime Minister|King|Queen|Chancellor|Premier|Emir|Sultan|"
                         r"Governor General|Supreme Leader|Captain Regent|Ambassador|Chief Minister))\s+(.*?)\s*"
                         r"\((?:since|)\s*([^)]*)\)", row["text"])
        if match and row["iso3"] and "US chief" not in row["role"]:
            year = re.search(r"\d{4}", match.group(3))
            title = match.group(1) + (" to the United States" if match.group(1) == "Ambassador" else "")
            people.add([person_name(match.group(2))], row["iso3"], title, year.group(0) if year else "", "")
    for row in read(os.path.join(folder, "cia_world_leaders_2019-06.tsv"), delimiter="\t"):
        iso = by_country.get(row["country"])
        if iso:
            people.add([person_name(row["person"])], iso, row["office"].replace("&", "and"), "", "")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    facts = sys.argv[1]
    output = sys.argv[2] if len(sys.argv) == 3 else os.path.join(HERE, "gazetteer.tsv")
    states = countries(facts)
    by_country = {}
    for iso, entry in states.items():
        for name in entry.names:
            if ":" not in name:
                by_country.setdefault(name, entry.country or iso)
    known = {entry.id: entry for entry in states.values()}
    by_name = institutions(known)
    further_organisations(facts, known, by_name)
    for abbreviation, label in MEMBERSHIPS.items():
        members = [e.country for e in states.values() if any(
            part.strip() == abbreviation for part in e.facts.get("_memberships", "").split(","))]
        known[by_name[label]].facts["members"] = ",".join(sorted(m for m in members if m))
    leaders(facts, known, by_name, by_country)
    with open(output, "w", encoding="utf-8") as file:
        file.write("# Built by build_gazetteer.py; see gazetteer.SOURCES.md. Columns: id kind label country names facts\n")
        for entry in known.values():
            entry.facts.pop("_memberships", None)
            file.write(entry.line() + "\n")


if __name__ == "__main__":
    main()
