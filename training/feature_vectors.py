# SPDX-License-Identifier: Apache-2.0
"""Prints tests/data/network_features.tsv: what features.py makes of words of every sort."""

from features import features

WORDS = """the The THE Kerry n't n’t 's ’s U.S. Sino-US 2.5% $400 400,000 2014-15 a I . , - -- — – “ ” " ' ` ... … ( ) & @
São Łódź ÉVIAN İstanbul ıstanbul ŻYWIEC Ÿ Ångström Ð × ÷ ß Αθήνα ΣΟΦΊΑ Москва КИЇВ Ђорђе 北京 東京都 العربية हिन्दी 🇺🇦 👍🏽 e-mail
http://www.state.gov/r/pa A1B2C3D4E5F6G7 aaaaaaaaaaaaaaaaaaaaaa !!!!!!!! xXxXxXxXxXxXxX McDonald O'Neill O’Neill al-Shabab
co-operation antidisestablishmentarianism won't ½ 10½ №5 ﬁre K°C""".split() + ["1 000", "New York", "a\u00a0b", "soft\u00adhyphen", "zero\u200bwidth"]

for word in WORDS:
    row = features(word)
    print(word, f"{row[0]:016x}", *row[1:], sep="\t")
