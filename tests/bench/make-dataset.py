#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a dataset of any size to the standard output, always the same for the same numbers.

    make-dataset.py --statements 100000 --places 10000 --actors 1000 > large.said-where.json
"""

import argparse
import itertools
import json
import random
import sys

WORDS = (
    "the mineral coast vanadium tungsten antimony mining council minister agreement processing "
    "permit region community water economy export partner supply opportunity concern gold Ōtākou "
    "whenua Taranaki Macraes Pātea says that we should not rush and will talk about it before"
).split()
GROUPS = ["government", "opposition", "industry", "community", None]
KINDS = ["quote"] * 6 + ["paraphrase"] * 3 + ["no-reply"]


def vocabulary(rng, n):
    """WORDS, and others up to n, each as much rarer than the one before as in a language."""
    syllables = [c + v for c in "bdfghklmnprstvw" for v in "aeiou"]
    words = list(WORDS)
    seen = set(words)
    while len(words) < n:
        word = "".join(rng.choices(syllables, k=rng.randint(2, 5)))
        if word not in seen:
            seen.add(word)
            words.append(word)
    sums = list(itertools.accumulate(1 / (i + 1) for i in range(n)))
    return words, sums


def sentence(rng, n_words):
    if rng.vocabulary is None:
        words = rng.choices(WORDS, k=n_words)
    else:
        words = rng.choices(rng.vocabulary[0], cum_weights=rng.vocabulary[1], k=n_words)
    return " ".join(words).capitalize() + "."


def sources(rng, n):
    for i in range(n):
        yield {
            "id": f"source-{i}",
            "type": rng.choice(["article-newspaper", "webpage", "speech", "hearing"]),
            "title": sentence(rng, 7).rstrip("."),
            "publisher": "The Daily Example",
            "published": f"{rng.randint(2015, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
            "url": f"https://example.org/article/{i}",
        }


def topics(n):
    yield {"id": "minerals", "name": "Minerals"}
    for i in range(n):
        yield {
            "id": f"topic-{i}",
            "name": f"Mineral {i}",
            "symbol": f"M{i}",
            "broader": "minerals",
            "colour": f"#{(i * 7919) % 0x1000000:06x}",
        }


def actors(rng, n):
    n_organisations = max(1, n // 10)
    for i in range(n):
        actor = {"id": f"actor-{i}", "name": f"Speaker {i}"}
        if i < n_organisations:
            actor["kind"] = "organisation"
            group = rng.choice(GROUPS)
            if group is not None:
                actor["group"] = group
        else:
            actor["kind"] = "person"
            actor["role"] = "Spokesperson"
            actor["organisation"] = f"actor-{rng.randrange(n_organisations)}"
        yield actor


def places(rng, n, n_topics):
    for i in range(n):
        yield {
            "id": f"place-{i}",
            "name": f"Place {i}",
            "kind": rng.choice(["region", "locality", "deposit", "mine"]),
            "point": [round(rng.uniform(166.5, 178.5), 5), round(rng.uniform(-47.2, -34.5), 5)],
            "precision": rng.choice(["exact", "locality", "region"]),
            "topics": [f"topic-{rng.randrange(n_topics)}"],
        }


def statements(rng, n, n_sources, n_topics, n_actors, n_places):
    for i in range(n):
        statement = {
            "id": f"statement-{i}",
            "actor": f"actor-{rng.randrange(n_actors)}",
            "kind": rng.choice(KINDS),
            "text": [sentence(rng, rng.randint(8, 30)) for _ in range(rng.randint(1, 2))],
            "source": f"source-{rng.randrange(n_sources)}",
            "topics": [f"topic-{rng.randrange(n_topics)}"],
        }
        if n_places > 0 and rng.random() < 0.6:
            statement["places"] = [f"place-{rng.randrange(n_places)}"]
        if rng.random() < 0.3:
            statement["gloss"] = sentence(rng, 8)
        yield statement


def dataset(options):
    rng = random.Random(options.seed)
    rng.vocabulary = vocabulary(rng, options.words) if options.words > len(WORDS) else None
    n_topics = 30
    n_sources = max(1, options.statements // 50)
    return {
        "format": "said-where/1",
        "id": f"generated-{options.statements}",
        "title": f"{options.statements} generated statements",
        "language": "en-NZ",
        "sources": list(sources(rng, n_sources)),
        "actors": list(actors(rng, options.actors)),
        "topics": list(topics(n_topics)),
        "places": list(places(rng, options.places, n_topics)),
        "statements": list(
            statements(
                rng, options.statements, n_sources, n_topics, options.actors, options.places
            )
        ),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--statements", type=int, default=1000)
    parser.add_argument("--places", type=int, default=100)
    parser.add_argument("--actors", type=int, default=50)
    parser.add_argument("--words", type=int, default=0, help="different words; 0: about 40")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    if options.statements < 1 or options.actors < 1 or options.places < 0:
        parser.error("a dataset has at least one statement and one actor")

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    json.dump(dataset(options), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
