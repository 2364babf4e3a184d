#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs the base map's geometry into one flat binary that the program maps and reads in place.

Usage: compile-basemap.py INPUT_FOLDER OUTPUT

The layout is src/map/lode-basemap-data.h; both change together, with VERSION. Everything is in the
byte order of the machine that builds. Only the standard library, and the same input always gives
the same bytes.
"""

import json
import math
import struct
import sys
import zlib
from array import array
from pathlib import Path

MAGIC = b"LODEMAP\0"
VERSION = 2
BYTE_ORDER = 0x01020304
UNIT = 1 << 30  # one world, in the fixed-point unit of the coordinates: 3.7 cm on the equator
CHUNK = 32  # points between two bounding boxes of a path's index

PATH_LAYERS = (
    "land_z0",
    "land_z7",
    "land_z9",
    "regions",
    "region_lines",
    "lakes",
    "rivers",
    "relief",
)
SPOT_LAYERS = ("towns", "peaks", "parks", "regions", "lakes", "seas")

# Well-known names of the sea; the spots are ours, in open water. Rank: 1 ocean, 2 strait or gulf,
# 3 bay or bight.
SEAS = (
    ("Tasman Sea", "Te Tai-o-Rēhua", 1, 168.2, -40.1),
    ("Pacific Ocean", "Te Moana-nui-a-Kiwa", 1, 178.2, -43.3),
    ("Cook Strait", "Raukawa Moana", 2, 174.38, -40.62),
    ("Foveaux Strait", "Te Ara-a-Kiwa", 2, 167.72, -46.53),
    ("Hauraki Gulf", "Tīkapa Moana", 2, 175.15, -36.42),
    ("Bay of Plenty", "Te Moana-a-Toi", 2, 177.0, -37.5),
    ("Hawke Bay", "Te Matau-a-Māui", 2, 177.42, -39.32),
    ("Canterbury Bight", None, 2, 172.3, -44.42),
    ("South Taranaki Bight", None, 3, 173.75, -39.95),
    ("North Taranaki Bight", None, 3, 174.02, -38.62),
    ("Karamea Bight", None, 3, 171.72, -41.42),
    ("Pegasus Bay", None, 3, 173.02, -43.36),
)

# Māori names in common use, where the data has none and the English name is not Māori already.
MAORI_NAMES = {
    "Ashburton": "Hakatere",
    "Auckland": "Tāmaki Makaurau",
    "Balclutha": "Iwikatea",
    "Blenheim": "Te Waiharakeke",
    "Bluff": "Motupōhue",
    "Cambridge": "Kemureti",
    "Carterton": "Taratahi",
    "Christchurch": "Ōtautahi",
    "Dannevirke": "Tāmaki-nui-a-Rua",
    "Dunedin": "Ōtepoti",
    "Featherston": "Paetūmōkai",
    "Feilding": "Aorangi",
    "Foxton": "Te Awahou",
    "Gisborne": "Tūranganui-a-Kiwa",
    "Gore": "Maruawai",
    "Greymouth": "Māwhera",
    "Greytown": "Te Hupenui",
    "Hamilton": "Kirikiriroa",
    "Hastings": "Heretaunga",
    "Helensville": "Te Awaroa",
    "Hicks Bay": "Wharekahika",
    "Huntly": "Rāhui Pōkeka",
    "Invercargill": "Waihōpai",
    "Lake Tekapo": "Takapō",
    "Levin": "Taitoko",
    "Lower Hutt": "Te Awa Kairangi ki Tai",
    "Lyttelton": "Ōhinehou",
    "Marton": "Tūtaenui",
    "Masterton": "Whakaoriori",
    "Milford Sound": "Piopiotahi",
    "Napier": "Ahuriri",
    "Nelson": "Whakatū",
    "New Plymouth": "Ngāmotu",
    "Oamaru": "Te Oha-a-Maru",
    "Palmerston North": "Te Papa-i-Oea",
    "Picton": "Waitohi",
    "Port Chalmers": "Kōpūtai",
    "Queenstown": "Tāhuna",
    "Raglan": "Whāingaroa",
    "Stratford": "Whakaahurangi",
    "Timaru": "Te Tihi-o-Maru",
    "Tolaga Bay": "Ūawa",
    "Upper Hutt": "Te Awa Kairangi ki Uta",
    "Wellington": "Te Whanganui-a-Tara",
    "Westport": "Kawatiri",
}

# Official dual names whose first half is the Māori one; in all others it is the second.
MAORI_FIRST = ("Aoraki", "Waiau Toa", "Te Awa Kairangi")


def split_name(name):
    """English and Māori of an official dual name, as "Clutha / Mata-Au River"; None: no other."""
    if not name:
        return None, None
    english, divided, maori = name.partition(" / ")
    if not divided:
        return name, MAORI_NAMES.get(name)
    for kind in (" River", " National Park"):
        if maori.endswith(kind):
            english, maori = english + kind, maori.removesuffix(kind)
            if name.startswith(MAORI_FIRST):
                english, maori = english.removesuffix(kind), maori + kind
    return (maori, english) if name.startswith(MAORI_FIRST) else (english, maori)


def project(position):
    """WGS 84 degrees to fixed-point Web Mercator; the country is continuous across 180 degrees."""
    longitude, latitude = position
    if longitude < 0:
        longitude += 360
    sine = math.sin(math.radians(latitude))
    x = (longitude + 180) / 360
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return round(x * UNIT), round(y * UNIT)


def project_line(positions):
    """Projected points without repetitions."""
    points = []
    for point in map(project, positions):
        if not points or points[-1] != point:
            points.append(point)
    return points


def box_of(points):
    xs = [x for x, y in points]
    ys = [y for x, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def inner_point(ring):
    """A point well inside the ring: the best of a grid, by its distance to the shore."""
    x0, y0, x1, y1 = box_of(ring)
    edges = list(zip(ring, ring[1:]))
    best, best_distance = ((x0 + x1) // 2, (y0 + y1) // 2), -1
    for row in range(1, 24):
        y = y0 + (y1 - y0) * row // 24
        crossings = sorted(
            ax + (y - ay) * (bx - ax) / (by - ay)
            for (ax, ay), (bx, by) in edges
            if (ay > y) != (by > y)
        )
        for left, right in zip(crossings[::2], crossings[1::2]):
            for step in (0.25, 0.5, 0.75):
                x = left + (right - left) * step
                distance = min((px - x) ** 2 + (py - y) ** 2 for px, py in ring)
                if distance > best_distance:
                    best, best_distance = (round(x), y), distance
    return best


def read_png(path):
    """Width, height and rows of an 8-bit greyscale PNG that is not interlaced (W3C PNG, section 9)."""
    data = path.read_bytes()
    at, body = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", chunk)
            if (depth, colour, interlace) != (8, 0, 0):
                sys.exit(f"{path}: not an 8-bit greyscale PNG")
        elif kind == b"IDAT":
            body += chunk
        at += length + 12
    raw = zlib.decompress(body)
    rows, above = [], bytearray(width)
    for y in range(height):
        start = y * (width + 1)
        row = unfilter(raw[start], bytearray(raw[start + 1 : start + 1 + width]), above)
        rows.append(bytes(row))
        above = row
    return width, height, b"".join(rows)


def unfilter(kind, row, above):
    for x in range(len(row)):
        left = row[x - 1] if x else 0
        corner = above[x - 1] if x else 0
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = above[x]
        elif kind == 3:
            guess = (left + above[x]) // 2
        elif kind == 4:
            paeth = left + above[x] - corner
            guess = min((left, above[x], corner), key=lambda value: abs(paeth - value))
        else:
            guess = 0
        row[x] = (row[x] + guess) & 0xFF
    return row


class Basemap:
    def __init__(self, folder):
        self.folder = folder
        self.points = array("i")
        self.chunks = array("i")
        self.paths = []
        self.spots = []
        self.strings = bytearray(b"\0")
        self.string_offsets = {}
        self.layers = []

    def features(self, name):
        with open(self.folder / f"{name}.geojson", encoding="utf-8") as file:
            return json.load(file)["features"]

    def intern(self, text):
        """Offset of the text in the string table; 0 is no text."""
        if not text:
            return 0
        if text not in self.string_offsets:
            self.string_offsets[text] = len(self.strings)
            self.strings += text.encode() + b"\0"
        return self.string_offsets[text]

    def add_path(self, points, name=None, rank=0, value=0):
        if len(points) < 2:
            return
        first_point, first_chunk = len(self.points) // 2, len(self.chunks) // 4
        for point in points:
            self.points.extend(point)
        for start in range(0, len(points) - 1, CHUNK):
            self.chunks.extend(box_of(points[start : start + CHUNK + 1]))
        names = map(self.intern, (name, *split_name(name)))
        self.paths.append(
            (*box_of(points), first_point, len(points), first_chunk, *names, rank, value)
        )

    def add_spot(self, at, name, maori=None, rank=0, value=0):
        english, other = split_name(name)
        names = map(self.intern, (name, english, maori or other))
        self.spots.append((*at, *names, rank, value))

    def add_polygons(self, feature, **about):
        geometry = feature["geometry"]
        many = geometry["type"] == "MultiPolygon"
        for polygon in geometry["coordinates"] if many else [geometry["coordinates"]]:
            for ring in polygon:
                self.add_path(project_line(ring), **about)

    def add_path_layer(self, name):
        features = self.features(name)
        if name == "regions":
            features = mainland_regions(features)
        for index, feature in enumerate(features):
            about = feature["properties"]
            if name in ("region_lines", "rivers"):
                line = project_line(feature["geometry"]["coordinates"])
                self.add_path(line, name=about.get("name"), rank=about.get("rank", 0))
            elif name in ("regions", "relief"):
                self.add_polygons(feature, rank=index)
            else:
                self.add_polygons(feature, value=round(about["km2"]))

    def add_spot_layer(self, name):
        if name == "towns":
            for feature in sorted(
                self.features("places"), key=lambda town: town["properties"]["rank"]
            ):
                about = feature["properties"]
                at = project(feature["geometry"]["coordinates"])
                self.add_spot(at, about["name"], rank=about["rank"], value=about.get("pop") or 0)
        elif name == "peaks":
            for feature in sorted(
                self.features("peaks"), key=lambda peak: -peak["properties"]["m"]
            ):
                about = feature["properties"]
                self.add_spot(
                    project(feature["geometry"]["coordinates"]), about["name"], value=about["m"]
                )
        elif name == "parks":
            for feature in self.features("parks"):
                at = project(feature["geometry"]["coordinates"])
                self.add_spot(at, feature["properties"]["name"])
        elif name == "regions":
            for feature in mainland_regions(self.features("regions")):
                self.add_region_spot(feature)
        elif name == "lakes":
            for feature in sorted(
                self.features("lakes"), key=lambda lake: -lake["properties"]["km2"]
            ):
                about = feature["properties"]
                ring = project_line(feature["geometry"]["coordinates"][0])
                lake, _, maori = about["name"].partition(" (")
                at = inner_point(ring)
                self.add_spot(at, lake, maori.rstrip(")"), value=round(about["km2"]))
        elif name == "seas":
            for sea, maori, rank, longitude, latitude in SEAS:
                self.add_spot(project((longitude, latitude)), sea, maori, rank=rank)

    def add_region_spot(self, feature):
        about = feature["properties"]
        if "label" in about:
            at = project(about["label"])
        else:  # islands too small to be written on: off their north coast
            rings = [polygon[0] for polygon in feature["geometry"]["coordinates"]]
            x0, y0, x1, y1 = box_of(project_line(max(rings, key=len)))
            at = (x0 + x1) // 2, y0 - (y1 - y0) // 3
        maori = about["name_mi"] if about["name_mi"] != about["name"] else None
        self.add_spot(at, about["name"], maori, value=about["km2"])

    def build(self):
        for name in PATH_LAYERS:
            first = len(self.paths)
            self.add_path_layer(name)
            self.layers.append((first, len(self.paths) - first))
        for name in SPOT_LAYERS:
            first = len(self.spots)
            self.add_spot_layer(name)
            self.layers.append((first, len(self.spots) - first))

    def pack(self):
        about = json.loads((self.folder / "hillshade.json").read_text())
        width, height, pixels = read_png(self.folder / "hillshade.png")
        shade_box = (
            *project((about["west"], about["north"])),
            *project((about["east"], about["south"])),
        )
        tables = (
            (self.points.tobytes(), len(self.points) // 2),
            (self.chunks.tobytes(), len(self.chunks) // 4),
            (b"".join(struct.pack("=4i6I2i", *path) for path in self.paths), len(self.paths)),
            (b"".join(struct.pack("=2i3I2i", *spot) for spot in self.spots), len(self.spots)),
            (bytes(self.strings), len(self.strings)),
            (pixels, width * height),
        )
        header_size = 8 + 4 * 4 + 8 * len(tables) + 8 * len(self.layers) + 4 * 4 + 2 * 4
        offset, directory, body = header_size + -header_size % 8, b"", b""
        for data, count in tables:
            directory += struct.pack("=2I", offset + len(body), count)
            body += data + bytes(-len(data) % 8)
        layers = b"".join(struct.pack("=2I", *layer) for layer in self.layers)
        shade = struct.pack("=4i2I", *shade_box, width, height)
        head = struct.pack("=4I", BYTE_ORDER, VERSION, offset + len(body), header_size)
        header = MAGIC + head + directory + layers + shade
        assert len(header) == header_size
        return header + bytes(offset - header_size) + body


def mainland_regions(features):
    """All but the islands that belong to no region: nothing was said there, and they have no name."""
    return [feature for feature in features if feature["properties"]["name_mi"]]


def main():
    folder, output = map(Path, sys.argv[1:])
    basemap = Basemap(folder)
    basemap.build()
    output.write_bytes(basemap.pack())


if __name__ == "__main__":
    main()
