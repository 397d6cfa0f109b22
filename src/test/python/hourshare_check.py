#!/usr/bin/env python3
"""Counts hourshare's laws 1, 2, 5, 6, 7, 8 and 10 anew, with the standard library alone and no code of the product.

    hourshare_check.py EVIDENCE.zip [--home DATA_ROOT] [--keys FOLDER] [--settled]

EVIDENCE.zip comes from `hourshare evidence export`. With --home the chain, the landed bytes and the snapshots are read
from the data root itself, otherwise from the zip. What was kept encrypted is opened with the keys in FOLDER, which lie
outside the data root; without them its values are counted as untraced. --settled says that nothing is at work any more: a window that is
still to be done then breaks law 7. Prints one JSON object; exit 0 all hold, 2 a law is broken, 3 could not check.
"""

import argparse
import base64
import csv
import hashlib
import hmac
import io
import json
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

ORIGIN = hashlib.sha256(b"hourshare journal").hexdigest()
SEAL = ',"hash":"'


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def digest_of_parts(parts):
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode() + b"\0")
    return whole.hexdigest()


class Findings:
    """What does not hold, with law, place and both sides."""

    def __init__(self):
        self.broken = []
        self.destroyed = 0
        self.checked = {}

    def count(self, law, number=1):
        self.checked[law] = self.checked.get(law, 0) + number

    def break_(self, law, scope, expected, found, file, row=None):
        self.broken.append(dict(law=law, scope=scope, expected=str(expected), found=str(found), file=file, row=row))

    def equal(self, law, scope, expected, found, file, row=None):
        self.count(law)
        if expected != found:
            self.break_(law, scope, expected, found, file, row)


# --- where things are read -------------------------------------------------------------------------------------------


class Source:
    """The zip, and the data root where one is given."""

    def catalogue(self, path):
        """Texts of a kept catalogue, by path; none in a bundle that hands none out."""
        return json.loads(self.part(path)) if path in self.zip.namelist() else {}

    def __init__(self, bundle, home, keys):
        self.zip = zipfile.ZipFile(bundle)
        self.home, self.keys, self.opened = home, keys, {}
        self.note = json.loads(self.zip.read("bundle.json"))

    def part(self, name):
        data = self.zip.read(name)
        if sha256(data) != self.note["parts"].get(name):
            raise ValueError("part %s is not what bundle.json lists" % name)
        return data

    def objects(self, name):
        return [json.loads(line) for line in self.part(name).decode("utf-8").splitlines() if line]

    def bytes(self, path):
        """Bytes of a file below the data root; None where it is missing or not handed out."""
        if self.home:
            try:
                with open(os.path.join(self.home, path), "rb") as file:
                    return file.read()
            except FileNotFoundError:
                return None
        return self.zip.read(path) if path in self.zip.namelist() else None

    def opens(self, entry):
        """Whether the landed object's records can be read: it is kept as it came, or its key is at hand."""
        name = SEALED_NAME.fullmatch(entry["path"])
        if entry.get("stored") is None:
            return True
        key = "%s/%s-%s-%s.json" % name.groups() if name else ""
        return bool(self.keys and key and os.path.isfile(os.path.join(self.keys, key)))

    def landed(self, entry, findings):
        """The bytes as they came; what cannot be opened, or is not what landed, breaks law 1."""
        path = entry["path"]
        if entry.get("stored") is None or path in self.opened:
            return self.opened[path] if path in self.opened else self.bytes(path)
        data = self.bytes(path)
        if data is not None:
            try:
                data = unsealed(data, path, self.keys)
                findings.equal(1, scope(entry) + " unsealed", entry["digest"], sha256(data), path)
            except (ValueError, KeyError, IndexError, StopIteration) as problem:
                findings.break_(1, scope(entry), "what its key opens", repr(problem), path)
                data = None
        self.opened[path] = data
        return data

    def newest_journal(self):
        names = [name for name in os.listdir(os.path.join(self.home, "journal")) if name.endswith(".jsonl")]
        return "journal/" + max(names, default="")

    def journal(self):
        """(file, line number, text) of each line, and whether the end is torn."""
        if not self.home:
            for number, text in enumerate(self.part("chain.jsonl").decode("utf-8").splitlines(), 1):
                yield "chain.jsonl", number, text
            return
        folder = os.path.join(self.home, "journal")
        names = sorted(name for name in os.listdir(folder) if name.endswith(".jsonl"))
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            lines = data.split(b"\n")
            torn = lines.pop()  # after the last line end: nothing, or half a line
            for number, line in enumerate(lines, 1):
                yield "journal/" + name, number, line.decode("utf-8", "replace")
            if torn and name != names[-1]:
                yield "journal/" + name, len(lines) + 1, torn.decode("utf-8", "replace")


# --- law 10: the chain -----------------------------------------------------------------------------------------------


class Line:
    def __init__(self, file, number, content, stated):
        self.file, self.number, self.hash = file, number, stated
        whole = json.loads(content + "}")
        self.sequence, self.at, self.type, self.entry = whole["seq"], whole["at"], whole["type"], whole["entry"]


def read_chain(source, findings):
    previous = source.note["previous"] or ORIGIN
    sequence = source.note["first"] - 1
    if source.home:
        previous, sequence = ORIGIN, 0
    lines = []
    newest = ("journal/", 0)
    for file, number, text in source.journal():
        findings.count(10)
        at = text.rfind(SEAL)
        stated = text[at + len(SEAL) : -2] if at >= 0 and text.endswith('"}') else ""
        if not re.fullmatch("[0-9a-f]{64}", stated):
            findings.break_(10, "chain", "a sealed line", "no seal", file, number)
            continue
        content = text[:at]
        follows = sha256((previous + content).encode("utf-8")) == stated
        if not follows:
            findings.break_(10, "chain", "follows " + previous[:8], "does not follow", file, number)
        try:
            line = Line(file, number, content, stated)
        except (ValueError, KeyError):
            findings.break_(10, "chain", "an entry", "not readable", file, number)
            continue
        if line.sequence != sequence + 1:
            findings.break_(10, "chain", sequence + 1, line.sequence, file, number)
        previous, sequence = stated, line.sequence
        newest = (file, number)
        if follows:
            lines.append(line)  # what does not follow is not to be believed
    head(source, lines, sequence, newest, findings)
    seals(source, lines, findings)
    return lines


def head(source, lines, sequence, newest, findings):
    noted = source.bytes("journal-head") if source.home else None
    if not noted:
        return
    words = noted.decode("ascii", "replace").split()
    if len(words) == 2 and words[0].isdigit() and sequence < int(words[0]):
        file = source.newest_journal()
        number = newest[1] if newest[0] == file else 0
        findings.break_(10, "chain", "at least %d lines" % int(words[0]), "%d lines" % sequence, file, number + 1)
    for line in lines:
        if len(words) == 2 and words[0].isdigit() and line.sequence == int(words[0]) and line.hash != words[1]:
            findings.break_(10, "chain", "hash " + words[1][:8], line.hash[:8], line.file, line.number)


def seals(source, lines, findings):
    by_sequence = {line.sequence: line for line in lines}
    for line in lines:
        if line.type == "HourSealed":
            span = range(line.entry["first"], line.entry["last"] + 1)
            if source.home or all(number in by_sequence for number in span):
                root = digest_of_parts([by_sequence[n].hash for n in span if n in by_sequence])
                findings.equal(10, "seal of " + line.entry["hour"], line.entry["root"], root, line.file, line.number)


# --- what is kept encrypted: Tink's AES256-GCM-HKDF in segments, by the public description, for a holder of the keys ---


class Aes:
    """Enciphers blocks of 16 bytes (FIPS 197); that is all that counter mode needs."""

    SBOX = []

    def __init__(self, key):
        self.boxes()
        words = [int.from_bytes(key[n : n + 4], "big") for n in range(0, len(key), 4)]
        size, factor = len(words), 1
        for n in range(size, 4 * (size + 7)):
            word = words[-1]
            if n % size == 0:
                word = self.substituted((word << 8 | word >> 24) & 0xFFFFFFFF) ^ factor << 24
                factor = self.doubled(factor)
            elif size > 6 and n % size == 4:
                word = self.substituted(word)
            words.append(words[n - size] ^ word)
        self.words = words

    @staticmethod
    def doubled(byte):
        return byte << 1 ^ (0x11B if byte & 0x80 else 0)

    @classmethod
    def boxes(cls):
        if cls.SBOX:
            return
        powers, value = [], 1
        for _ in range(255):
            powers.append(value)
            value ^= cls.doubled(value)
        logs = {power: exponent for exponent, power in enumerate(powers)}
        for byte in range(256):
            inverse = powers[(255 - logs[byte]) % 255] if byte else 0
            result = 0x63
            for turn in range(5):
                result ^= (inverse << turn | inverse >> 8 - turn) & 0xFF
            cls.SBOX.append(result)
        cls.TABLES = [[], [], [], []]
        for byte in cls.SBOX:
            two = cls.doubled(byte)
            word = two << 24 | byte << 16 | byte << 8 | two ^ byte
            for turn in range(4):
                cls.TABLES[turn].append(word)
                word = word >> 8 | (word & 0xFF) << 24

    @classmethod
    def substituted(cls, word):
        box = cls.SBOX
        return box[word >> 24] << 24 | box[word >> 16 & 255] << 16 | box[word >> 8 & 255] << 8 | box[word & 255]

    def block(self, data):
        w, box, (t0, t1, t2, t3) = self.words, self.SBOX, self.TABLES
        a, b, c, d = (int.from_bytes(data[n : n + 4], "big") ^ w[n // 4] for n in (0, 4, 8, 12))
        last = len(w) - 4
        for n in range(4, last, 4):
            a, b, c, d = (
                t0[a >> 24] ^ t1[b >> 16 & 255] ^ t2[c >> 8 & 255] ^ t3[d & 255] ^ w[n],
                t0[b >> 24] ^ t1[c >> 16 & 255] ^ t2[d >> 8 & 255] ^ t3[a & 255] ^ w[n + 1],
                t0[c >> 24] ^ t1[d >> 16 & 255] ^ t2[a >> 8 & 255] ^ t3[b & 255] ^ w[n + 2],
                t0[d >> 24] ^ t1[a >> 16 & 255] ^ t2[b >> 8 & 255] ^ t3[c & 255] ^ w[n + 3],
            )
        out = b""
        for n, (p, q, r, s) in enumerate(((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c))):
            word = box[p >> 24] << 24 | box[q >> 16 & 255] << 16 | box[r >> 8 & 255] << 8 | box[s & 255]
            out += (word ^ w[last + n]).to_bytes(4, "big")
        return out


class Gcm:
    """Opens what Galois counter mode sealed (SP 800-38D), without further data bound to it."""

    def __init__(self, key):
        self.aes = Aes(key)
        base = int.from_bytes(self.aes.block(bytes(16)), "big")
        single = [0] * 128
        for bit in range(128):
            single[127 - bit] = base
            base = base >> 1 ^ (0xE1 << 120 if base & 1 else 0)
        self.tables = []
        for place in range(16):  # products of each byte at each place
            table = [0] * 256
            for byte in range(1, 256):
                low = byte & -byte
                table[byte] = table[byte ^ low] ^ single[8 * place + low.bit_length() - 1]
            self.tables.append(table)

    def open(self, nonce, sealed):
        text, tag = sealed[:-16], sealed[-16:]
        mixed = 0
        for block in [text[n : n + 16].ljust(16, b"\0") for n in range(0, len(text), 16)] + [(8 * len(text)).to_bytes(16, "big")]:
            mixed ^= int.from_bytes(block, "big")
            mixed = self.times(mixed)
        expected = mixed ^ int.from_bytes(self.aes.block(nonce + b"\0\0\0\1"), "big")
        if expected.to_bytes(16, "big") != tag:
            raise ValueError("a segment is not what was sealed")
        stream = b"".join(self.aes.block(nonce + (2 + n).to_bytes(4, "big")) for n in range(-(-len(text) // 16)))
        return (int.from_bytes(text, "big") ^ int.from_bytes(stream[: len(text)], "big")).to_bytes(len(text), "big")

    def times(self, value):
        product = 0
        for table in self.tables:
            product ^= table[value & 255]
            value >>= 8
        return product


def hkdf(key, salt, info, size):
    seed, out, block, number = hmac.digest(salt, key, "sha256"), b"", b"", 0
    while len(out) < size:
        number += 1
        block = hmac.digest(seed, block + info + bytes([number]), "sha256")
        out += block
    return out[:size]


def varint(data, at):
    """A number of seven bits a byte, and where what follows it begins."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def protobuf(data):
    """Fields of a message by number; numbers, and the bytes of what has a length."""
    fields, at = {}, 0

    def number():
        nonlocal at
        value, at = varint(data, at)
        return value

    while at < len(data):
        tag = number()
        value = number()
        if tag & 7 == 2:
            value, at = data[at : at + value], at + value
        fields[tag >> 3] = value
    return fields


SEALED_NAME = re.compile(r"landing/([^/]+)/(?:.+/).+\.(\d{4})(\d{2})(\d{2})\.sealed")


def unsealed(data, path, keys):
    """The bytes that were sealed; a key for each feed and day, which are bound into what it sealed."""
    feed, *day = SEALED_NAME.fullmatch(path).groups()
    name = "%s/%s" % (feed, "-".join(day))
    with open(os.path.join(keys, name + ".json"), "rb") as file:
        keyset = json.load(file)
    chosen = next(key for key in keyset["key"] if key["keyId"] == keyset["primaryKeyId"])
    message = protobuf(base64.b64decode(chosen["keyData"]["value"]))
    parameters = protobuf(message[2])
    segment, size = parameters[1], parameters[2]
    header = data[: data[0]]
    salt, prefix = header[1 : 1 + size], header[1 + size :]
    gcm = Gcm(hkdf(message[3], salt, name.replace("/", " ").encode(), size))
    bounds = [len(header)] + list(range(segment, len(data), segment)) + [len(data)]
    parts = []
    for number, (start, end) in enumerate(zip(bounds, bounds[1:])):
        last = number == len(bounds) - 2
        parts.append(gcm.open(prefix + number.to_bytes(4, "big") + bytes([last]), data[start:end]))
    return b"".join(parts)


# --- law 1: bytes ----------------------------------------------------------------------------------------------------


def gone_by_rule(lines):
    """Paths of what was kept as long as it may be and is gone; the journal says so."""
    ended = [line.entry for line in lines if line.type == "RetentionEnded"]
    return {path for entry in ended for path in entry["objects"] + entry["files"]}


def check_bytes(source, lines, findings):
    """The bytes on the disk: of what is kept encrypted, the file as it is; that needs no key."""
    objects = {}
    gone = gone_by_rule(lines)
    for line in lines:
        if line.type == "ObjectLanded":
            entry = line.entry
            objects[entry["path"]] = line
            if entry["path"] in gone:
                findings.destroyed += 1
                continue
            stored = entry.get("stored") or entry
            data = source.bytes(entry["path"])
            if data is None:
                if source.home:
                    findings.break_(1, scope(entry), "%d bytes" % stored["size"], "no file", entry["path"])
                continue
            findings.equal(1, scope(entry), stored["size"], len(data), entry["path"])
            findings.equal(1, scope(entry), stored["digest"], sha256(data), entry["path"])
        elif line.type == "DeliveryLanded":
            known = [objects[path].entry["digest"] for path in line.entry["objects"] if path in objects]
            if len(known) == len(line.entry["objects"]):
                findings.equal(
                    1, scope(line.entry), line.entry["delivery"], digest_of_parts(known), line.file, line.number)
            elif source.home:
                findings.break_(1, scope(line.entry), "a line per object", "missing", line.file, line.number)
    if source.home:
        for line in lines:
            if line.type == "CatalogueKept":
                data = source.bytes(line.entry["path"])
                found = "no file" if data is None else sha256(data)
                findings.equal(1, "catalogue", line.entry["content"], found, line.entry["path"])
        strangers(source, objects, findings)
    return objects


def strangers(source, objects, findings):
    folders = {path.rsplit("/", 1)[0] for path in objects}
    for folder, _, names in os.walk(os.path.join(source.home, "landing")):
        below = os.path.relpath(folder, source.home).replace(os.sep, "/")
        if any(part.startswith(".") for part in below.split("/")):
            continue
        for name in names:
            path = below + "/" + name
            if path not in objects and below in folders:
                findings.break_(1, "landing", "no other file", "a file that no line names", path)


def scope(entry):
    return "%s %s" % (entry["feed"], entry["window"])


# --- law 2: rows -----------------------------------------------------------------------------------------------------


def check_rows(source, lines, objects, findings):
    """Balances as journalled, as the lake has the rows, and as the landed bytes frame them."""
    gone = gone_by_rule(lines)
    rows = {}
    heads = {}
    current = None
    for item in source.objects("rows.jsonl"):
        if "batch" in item:
            current = tuple(item["batch"][name] for name in ("feed", "window", "delivery", "catalogue", "mends"))
            heads[current] = item["batch"]
            rows[current] = []
        else:
            rows[current].append(item)
    deliveries = {}
    newest = {(line.entry["feed"], line.entry["window"]): line for line in lines if line.type == "BatchAdopted"}
    for line in lines:
        if line.type == "DeliveryLanded":
            deliveries[(line.entry["feed"], line.entry["window"], line.entry["delivery"])] = line
        elif line.type == "BatchAdopted":
            balance(line, findings)
            entry = line.entry
            key = (entry["feed"], entry["window"], entry["delivery"], entry["catalogue"], entry.get("mends") or "")
            delivery = deliveries.get(key[:3])
            if delivery is not None and any(path in gone for path in delivery.entry["objects"]):
                findings.destroyed += 1
            elif key in rows:
                recount(line, rows[key], findings)
                if delivery is not None and all(opens(source, objects, path) for path in delivery.entry["objects"]):
                    reframe(source, line, delivery, objects, heads[key], rows[key], findings)
            elif source.home and newest[key[:2]] is line:  # the files of a result that was replaced may be retired
                findings.break_(2, scope(entry), "a list of rows", "none", line.file, line.number)


def opens(source, objects, path):
    return path not in objects or source.opens(objects[path].entry)


def balance(line, findings):
    counts = line.entry["counts"]
    total = sum(counts[name] for name in ("accepted", "quarantined", "duplicates", "dropped"))
    findings.equal(2, scope(line.entry) + " balance", counts["received"], total, line.file, line.number)
    if counts.get("declared") is not None:
        findings.equal(2, scope(line.entry) + " declared", counts["declared"], counts["received"], line.file, line.number)


def recount(line, rows, findings):
    counts = line.entry["counts"]
    verdicts = {"accepted": 0, "quarantined": 0, "duplicate": 0}
    places = set()
    for row in rows:
        verdicts[row["verdict"]] += 1
        place = (row["object"], row["ordinal"])
        if place in places:
            findings.break_(2, scope(line.entry), "one verdict a record", "two", row["object"], row["ordinal"] + 1)
        places.add(place)
    for name, verdict in (("accepted", "accepted"), ("quarantined", "quarantined"), ("duplicates", "duplicate")):
        findings.equal(2, scope(line.entry) + " " + name, counts[name], verdicts[verdict], line.file, line.number)


def reframe(source, line, delivery, objects, head, rows, findings):
    framed = 0
    for path in delivery.entry["objects"]:
        data = source.landed(objects[path].entry, findings) if path in objects else source.bytes(path)
        if data is None or "format" not in head:
            return
        try:
            records = frame(data, head)
        except Exception as problem:  # the judge must go on, and say what it could not read
            findings.break_(2, scope(line.entry), "readable bytes", repr(problem), path)
            return
        framed += len(records)
        of_object = [row for row in rows if row["object"] == path]
        for row in of_object:
            where(row, len(data), records, head, findings)
    findings.equal(2, scope(line.entry) + " received", framed, line.entry["counts"]["received"], delivery.entry["objects"][0] if delivery.entry["objects"] else "landing")


def where(row, size, records, head, findings):
    """A record lies within its object, at its place among the others."""
    findings.count(2)
    if row["ordinal"] >= len(records):
        findings.break_(2, "place", "below %d" % len(records), row["ordinal"], row["object"], row["ordinal"] + 1)
    elif row["offset"] is not None:
        if row["offset"] < 0 or row["offset"] + row["length"] > size:
            findings.break_(2, "place", "within %d bytes" % size, row["offset"], row["object"], row["ordinal"] + 1)
        expected = records[row["ordinal"]][0]
        if expected is not None and expected != row["offset"]:
            findings.break_(2, "place", "byte %d" % expected, row["offset"], row["object"], row["ordinal"] + 1)
    elif row["row"] is not None and records[row["ordinal"]][0] != row["row"]:
        findings.break_(2, "place", "row %s" % records[row["ordinal"]][0], row["row"], row["object"], row["ordinal"] + 1)


# --- framing: records of landed bytes, as (place, {field: text}) -----------------------------------------------------


def frame(data, head):
    options = head.get("options", {})
    names = [name for name, _ in head["fields"]]
    titles = {title: name for name, title in head["fields"]}
    if head["format"] == "ROWS":
        return frame_lines(data)
    if head["format"] == "JSON":
        return frame_json(data, options)
    if head["format"] == "CSV":
        return frame_csv(data, options, names, titles)
    if head["format"] == "XML":
        return frame_xml(data, options, names)
    return frame_sheets(data, options, names, titles)


def frame_lines(data):
    records, offset = [], 0
    for line in data.split(b"\n"):
        if line.strip():
            try:
                fields = json.loads(line.decode("utf-8"))
            except ValueError:
                fields = {}
            records.append((offset, flat(fields)))
        offset += len(line) + 1
    return records


def frame_json(data, options):
    text = data.decode("utf-8-sig")
    found = json.loads(text)
    path = options.get("records", "")
    array = None
    if path:
        array = found
        for step in path.strip("$.").split("."):
            array = array.get(step) if isinstance(array, dict) else None
    else:
        arrays = list(record_arrays(found, 0))
        array = arrays[0] if arrays else []
    array = array or []
    return [(None, fields) for item in array for fields in exploded(item, options.get("explode"))]


def record_arrays(value, depth):
    if isinstance(value, list):
        if value and isinstance(value[0], dict):
            yield value
    elif isinstance(value, dict) and depth < 8:
        for inner in value.values():
            yield from record_arrays(inner, depth + 1)


def exploded(item, name):
    if not name:
        return [flat(item)]
    inner = item.get(name)
    members = inner if isinstance(inner, list) else [inner] if inner is not None else []
    if not members:
        return [flat(item)]
    outer = {key: value for key, value in item.items() if key != name}
    return [flat({**outer, **(m if isinstance(m, dict) else {}), "_index": n}) for n, m in enumerate(members, 1)]


def flat(fields):
    return {key: "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            for key, value in fields.items()} if isinstance(fields, dict) else {}


def frame_csv(data, options, names, titles):
    charset = options.get("charset") or ("utf-8-sig" if is_utf8(data) else "gb18030")
    decoded = data.decode({"GBK": "gb18030"}.get(charset.upper(), charset), "replace")
    delimiter = options.get("delimiter") or guess(decoded.split("\n", 1)[0])
    rows = list(csv.reader(io.StringIO(decoded, newline=""), delimiter=delimiter))
    header = None
    records = []
    for row in rows:
        if not any(cell.strip() for cell in row) and len(row) <= 1:
            continue
        if header is None:
            fields = [heading(cell, names, titles) for cell in row]
            if sum(1 for field in fields if field) >= min(2, len(names)):
                header = fields
            continue
        records.append((None, {field: cell for field, cell in zip(header, row) if field}))
    return records


def is_utf8(data):
    try:
        data.decode("utf-8")
        return True
    except ValueError:
        return False


def guess(line):
    return max(",\t;|", key=line.count)


def heading(cell, names, titles):
    text = unicodedata.normalize("NFKC", cell).strip().strip("\ufeff")
    for name in names:
        if name.lower() == text.lower():
            return name
    bare = re.sub(r"[（(].*?[)）]", "", text).strip()
    return titles.get(text) or titles.get(bare)


def frame_xml(data, options, names):
    root = ElementTree.fromstring(data)
    wanted = options.get("records")
    explode = options.get("explode")
    elements = [e for e in root.iter() if wanted and local(e.tag) == wanted.split("/")[-1].split(".")[-1]]
    if not wanted:
        best = max(root.iter(), key=lambda e: sum(1 for child in e if local(child.tag) in names))
        elements = [e for e in root.iter() if e.tag == best.tag]
    records = []
    for element in elements:
        outer = {local(child.tag): (child.text or "") for child in element if not (explode and local(child.tag) == explode)}
        members = [child for child in element if explode and local(child.tag) == explode]
        if not members:
            records.append((None, outer))
        for index, member in enumerate(members, 1):
            inner = {local(child.tag): (child.text or "") for child in member}
            records.append((None, {**outer, **inner, "_index": str(index)}))
    return records


def local(tag):
    return tag.rsplit("}", 1)[-1]


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def frame_sheets(data, options, names, titles):
    book = zipfile.ZipFile(io.BytesIO(data))
    shared = []
    if "xl/sharedStrings.xml" in book.namelist():
        for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iter(MAIN + "si"):
            shared.append("".join(t.text or "" for t in item.iter(MAIN + "t")))
    targets = {}
    for relation in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels")):
        targets[relation.get("Id")] = relation.get("Target")
    records = []
    for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet"):
        named = options.get("sheet")
        if named and sheet.get("name") != named or not named and sheet.get("state") in ("hidden", "veryHidden"):
            continue
        target = targets[sheet.get(REL + "id")].lstrip("/")
        part = target if target.startswith("xl/") else "xl/" + target
        records += sheet_records(ElementTree.fromstring(book.read(part)), shared, names, titles, options)
    return records


DITTO = ("同上", "〃", "″", '"', "同前", "々")
TOTAL = re.compile(r"(?:本页|本表)?[合总小共]\s*计(?:[:：（(].*)?")
SIGNED = re.compile(
    r"(?:填表|制表|审核|复核|填报|经办|负责|联系|统计|报送)(?:人|单位|日期|时间).*|(?:备注|说明|注|附注)[:：\d].*"
    r"|(?:单位|部门).{0,6}盖章.*|.*截止日期.*|以上.*")


def sheet_records(sheet, shared, names, titles, options):
    """Records below the row that names the fields; totals, signatures and headers on every page are none."""
    header, records, above = None, [], {}
    merged = merged_columns(sheet)
    for row in sheet.iter(MAIN + "row"):
        number = int(row.get("r"))
        cells = {re.sub(r"\d", "", cell.get("r")): cell_text(cell, shared) for cell in row.iter(MAIN + "c")}
        named = {column: heading(text, names, titles) for column, text in cells.items()}
        matches = sum(1 for field in named.values() if field)
        if header is None:
            header = named if matches >= min(2, len(names)) else None
            continue
        if 1 < sum(1 for field in header.values() if field) <= matches:
            continue
        filled = [text.strip() for text in cells.values() if text.strip()]
        if not filled or TOTAL.fullmatch(filled[0]) or len(filled) <= 4 and SIGNED.fullmatch(filled[0]):
            continue
        fields = {}
        for column, field in header.items():
            text = cells.get(column, "")
            top = merged.get((column, number))
            if not text and top:
                text = top[0]
            elif text:
                for below in merged.get(("below", column, number), []):
                    merged[column, below] = (text,)
            if field:
                fields[field] = above.get(field, "") if text.strip().replace(" ", "") in DITTO else text
        if any(text.strip() for text in fields.values()):
            records += [(number, part) for part in parted(fields, options)]
            above = fields
    return records


def merged_columns(sheet):
    """Rows below the first of each merged range, by its columns and first row."""
    below = {}
    for cell in sheet.iter(MAIN + "mergeCell"):
        found = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", cell.get("ref") or "")
        if found and found.group(1) == found.group(3):
            first, last = int(found.group(2)), int(found.group(4))
            below["below", found.group(1), first] = range(first + 1, last + 1)
    return below


KINDS = "公司|厂|中心|合作社|企业|集团|商店|店|部|行|社|所|院"


def parted(fields, options):
    """One record of each enterprise where a cell names several, as the job says."""
    columns = [name.strip() for name in options.get("split", "").split(",") if name.strip()]
    cell = re.sub(r"[（(]?(?:共同|按份)?共有[）)]?$", "", fields.get(columns[0], "").strip()) if columns else ""
    joined = re.fullmatch(r"(.+?(?:有限公司|有限责任公司|股份公司))(?:[和与及&]| +)(.{2,}(?:%s))" % KINDS, cell)
    parts = re.split(r"(?:(?<=公司)|(?<=厂)|(?<=中心)|(?<=合作社)|(?<=[店部行社所院]))\s*[、,，;；/\n]\s*(?=.{2,})", cell)
    if joined and len(parts) == 1:
        parts = [joined.group(1), joined.group(2)]
    if len(parts) < 2:
        return [fields]
    rows = [{**fields, columns[0]: part} for part in parts]
    for column in columns[1:]:
        beside = [part for part in re.split(r"\s*[、,，;；/\n]\s*", fields.get(column, "")) if part.strip()]
        for n, row in enumerate(rows):
            row[column] = beside[n] if len(beside) == len(rows) else ""
    return rows


def cell_text(cell, shared):
    if cell.get("t") == "inlineStr":
        return "".join(t.text or "" for t in cell.iter(MAIN + "t"))
    value = cell.find(MAIN + "v")
    text = "" if value is None or value.text is None else value.text
    return shared[int(text)] if cell.get("t") == "s" and text else text


# --- law 5: provenance -----------------------------------------------------------------------------------------------


def check_claims(source, lines, objects, findings):
    heads = {}
    for item in source.objects("rows.jsonl"):
        if "batch" in item:
            batch = item["batch"]
            heads[batch["feed"]] = heads[batch["feed"], batch["catalogue"][:8]] = batch
    cache = {}
    winners = set()
    untraced = {}
    catalogues = {}
    for number, claim in enumerate(source.objects("claims.jsonl"), 1):
        key = (claim["enterprise"], claim["attribute"])
        findings.count(5)
        if key in winners:
            findings.break_(5, "%s %s" % key, "one winner", "two", "claims.jsonl", number)
        winners.add(key)
        path = claim.get("object")
        if path is None:
            if source.home:
                by_a_person(claim, lines, findings, number)
            continue
        if path not in objects:
            if source.home:
                findings.break_(5, "%s %s" % key, "an object that landed", path, "claims.jsonl", number)
            continue
        if not opens(source, objects, path):
            untraced["sealed"] = untraced.get("sealed", 0) + 1
            continue
        data = source.landed(objects[path].entry, findings)
        head = heads.get((claim["feed"], claim.get("mapping"))) or heads.get(claim["feed"])
        if data is None or not head or "format" not in head:
            continue
        texts = source_texts(claim, data, head, cache, findings, number)
        if texts is not None:
            kept = head.get("kept", "")
            if kept not in catalogues:
                catalogues[kept] = Catalogue(source.catalogue(kept))
            judge(claim, texts, catalogues[kept], untraced, findings, number)
            may_be_told(claim, data, head, cache, catalogues[kept], findings, number)
    findings.untraced = untraced


def by_a_person(claim, lines, findings, number):
    """A value that no file says stands in the chain, as somebody decided it."""
    opened = [line.entry["details"] for line in lines if line.type == "CaseOpened" and line.entry["ledger"] == "override"]
    said = [one.get("value", "") for one in opened
            if (one.get("enterprise"), one.get("field")) == (claim["enterprise"], claim["attribute"])]
    told = claim["value"] if "value" in claim else claim.get("value_digest")
    if not any(told in (value, sha256(value.encode("utf-8"))) for value in said):
        findings.break_(5, "%s %s" % (claim["enterprise"], claim["attribute"]), "a decision in the chain", "none", "claims.jsonl", number)


def may_be_told(claim, data, head, cache, catalogue, findings, number):
    """A value that its enterprise did not allow to be told is none, wherever else it may stand."""
    condition = re.search(r"only-if=([^,)]*)", claim["rule"])
    if condition:
        said = source_texts(dict(claim, source_field=condition.group(1)), data, head, cache, findings, number)
        if not any(rule_boolean(text, Setting(claim, {}, catalogue)) == "true" for text in said or []):
            findings.break_(5, claim["attribute"], "a value that may be told", "one withheld", claim["object"], number)


def source_texts(claim, data, head, cache, findings, number):
    """Texts of the claim's source fields, cut from the place it names; None where the place holds no record."""
    if claim.get("offset") is not None:
        cut = data[claim["offset"] : claim["offset"] + claim["length"]]
        if claim["offset"] < 0 or claim["offset"] + claim["length"] > len(data):
            findings.break_(5, claim["attribute"], "within %d bytes" % len(data), claim["offset"], claim["object"], number)
            return None
        fields = cut_fields(cut, data, head)
    else:
        if claim["object"] not in cache:
            cache[claim["object"]] = rows = {}
            for place, record in frame(data, head):
                rows.setdefault(place, []).append(record)
        records = cache[claim["object"]].get(claim["row"])
        if records:
            return [record.get(name, "") for record in records for name in claim["source_field"].split("|")]
        fields = None
    if fields is None:
        findings.break_(5, claim["attribute"], "a record", "none", claim["object"], claim.get("offset") or claim.get("row"))
        return None
    return [fields.get(name, "") for name in claim["source_field"].split("|")]


def cut_fields(cut, data, head):
    try:
        if head["format"] in ("ROWS", "JSON"):
            value = json.loads(cut.decode("utf-8"))
            explode = head.get("options", {}).get("explode")
            return flat(value) if not explode else None if not isinstance(value, dict) else flat(value)
        if head["format"] == "XML":
            element = ElementTree.fromstring(re.sub(rb"<(/?)[\w.-]+:", rb"<\1", cut))
            return {local(child.tag): "".join(child.itertext()) for child in element.iter()}
        header_end = data.index(b"\n") + 1
        names = [name for name, _ in head["fields"]]
        titles = {title: name for name, title in head["fields"]}
        records = frame_csv(data[:header_end] + cut, head.get("options", {}), names, titles)
        return records[0][1] if len(records) == 1 else None
    except (ValueError, ElementTree.ParseError):
        return None


def judge(claim, texts, catalogue, untraced, findings, number):
    kind = re.split(r"[(]", claim["rule"])[0]
    options = dict(re.findall(r"([\w-]+)=([^,)]*)", claim["rule"]))
    function = RULES.get(kind)
    said = [text for text in texts if text.strip()]
    if not said:
        findings.break_(5, claim["attribute"], "a value in the source", "nothing", claim["object"], claim.get("offset") or claim.get("row"))
        return
    if function is None:
        untraced[kind] = untraced.get(kind, 0) + 1
        return
    mapping = catalogue.mapping(claim["feed"], claim["attribute"])
    if mapping and mapping != (claim["source_field"], kind):
        findings.break_(5, claim["attribute"], "%s as %s" % mapping, "%s as %s" % (claim["source_field"], kind), claim["object"], number)
    setting = Setting(claim, options, catalogue)
    given = [function(text, setting) for text in said]
    if None in given:
        untraced[kind] = untraced.get(kind, 0) + 1
        return
    if "value" in claim:
        same = any(equal(kind, value, claim["value"]) for value in given)
    else:
        same = any(sha256(str(value).encode("utf-8")) == claim["value_digest"] for value in given)
    if not same:
        findings.break_(
            5, "%s %s" % (claim["enterprise"], claim["attribute"]), given, claim.get("value", claim.get("value_digest")),
            claim["object"], claim.get("offset") if claim.get("offset") is not None else claim.get("row"))


def equal(kind, ours, theirs):
    if isinstance(ours, Decimal):
        try:
            return ours == Decimal(theirs)
        except InvalidOperation:
            return False
    return ours == theirs or squeezed(ours) == squeezed(theirs)


def squeezed(text):
    return re.sub(r"[\s\u200b-\u200f\u2060\ufeff]", "", unicodedata.normalize("NFKC", text)).translate(
        str.maketrans("（）［］〔〕“”‘’，：；·•", "()[]()\"\"'',:;··"))


class Catalogue:
    """Code lists and units as the catalogue's files have them; a list is read when it is first asked for."""

    def __init__(self, texts):
        self.texts, self.read = texts, {}

    def rows(self, name):
        if name not in self.read:
            text = self.texts.get("schemas/code-lists/%s.csv" % name, "")
            lines = [line for line in text.splitlines() if line and not line.startswith("#")]
            self.read[name] = list(csv.DictReader(lines))
        return self.read[name]

    def words(self, name):
        """Codes by every word of their rows; earlier columns go before later ones."""
        key = "words of " + name
        if key not in self.read:
            rows, words = self.rows(name), {}
            columns = list(rows[0]) if rows else []
            code = "code" if "code" in columns else columns[0] if columns else ""
            for column in columns + [code]:
                for row in rows:
                    for word in (row[column] or "").split("|"):
                        if word.strip() and (row[code] or "").strip():
                            words.setdefault(word_key(word), row[code])
            self.read[key] = words
        return self.read[key]

    def regions(self, home):
        if ("regions", home) not in self.read:
            self.read["regions", home] = Regions(self.rows("regions"), self.rows("region-history"), home)
        return self.read["regions", home]

    def mapping(self, feed, attribute):
        """Source fields and conversion as the job of the hour has them, where it says so in one line."""
        text = self.texts.get("jobs/%s.yaml" % feed.replace(".", "/", 1), "")
        found = re.search(r"^ +%s: *\{(.*)\} *$" % re.escape(attribute), text, re.M)
        source = found and re.search(r"from: *(?:\[([^]]*)\]|([^,} ]+))", found.group(1))
        kind = found and re.search(r"as: *([\w-]+)", found.group(1))
        if not source or not kind:
            return None
        return "|".join(re.split(r"[, ]+", (source.group(1) or source.group(2)).strip())), kind.group(1)

    def unit(self, path, name):
        found = re.search(r"name: %s,.*?property: unit, value: ([^ }]+)" % re.escape(name), self.texts.get(path, ""))
        return found.group(1) if found else None


class Setting:
    """What a rule may know besides the text."""

    def __init__(self, claim, options, catalogue):
        self.options, self.catalogue = options, catalogue
        contract = "schemas/%s.odcs.yaml" % claim["feed"].replace(".", "/", 1)
        first = claim["source_field"].split("|")[0]
        self.target = catalogue.unit("schemas/canonical/enterprise.odcs.yaml", claim["attribute"])
        self.bare = options.get("from-unit") or catalogue.unit(contract, first) or self.target


BLANK = r"[\s\-'‘’`\u00ad\u2010-\u2015\u200b-\u200f\u2028-\u202e\ufeff]"
NO_CODE = "no code of the list"


def word_key(word):
    return re.sub("[“”\"「」『』《》]", "", rule_code(word, None))


def rule_listed(text, setting):
    if "list" not in setting.options:
        return unicodedata.normalize("NFKC", text).strip().upper()
    words = setting.catalogue.words(setting.options["list"])
    key = word_key(text)
    bare = re.sub(r"^0+(?=.)", "", key)
    found = words.get(key) or words.get(bare if bare != key else "0" + key)
    if not words:
        return None
    return found or setting.options.get("otherwise") or ("UNKNOWN" if "UNKNOWN" in words.values() else NO_CODE)


def rule_currency(text, setting):
    words = setting.catalogue.words(setting.options.get("list", "currencies"))
    return words.get(word_key(text), NO_CODE) if words else None


def rule_boolean(text, setting):
    own = setting.catalogue.words(setting.options["list"]) if "list" in setting.options else {}
    word = re.sub(r"^.*[☑■√✓✔●]([^□☐○☑■√✓✔●]{1,4}).*$", r"\1", rule_code(text, None))
    found = own.get(word) or setting.catalogue.words("booleans").get(word)
    return found.lower() if found else None


def rule_industry(text, setting):
    rows = setting.catalogue.rows(setting.options.get("list", "industries"))
    if not rows:
        return None
    codes = {row["code"] for row in rows}
    plain = rule_code(text, None)
    number = re.fullmatch(r"[A-Z]?(\d{1,4})(?:\.0+)?", plain)
    if number:
        digits = number.group(1)
        padded = "0" + digits if len(digits) % 2 else digits
        return digits if padded not in codes and digits in codes else padded
    if re.fullmatch("[A-T]", plain):
        return plain
    named = re.match(r"[A-Z]?(\d{2,4})[.、:]?[\u4e00-\u9fff]", plain)
    if named and named.group(1) in codes:
        return named.group(1)
    alike = sorted((row["code"] for row in rows if rule_code(row["name"], None) == plain), key=len)
    return alike[-1] if alike else NO_CODE


class Regions:
    """Codes by full and short names, with and without what lies above them."""

    SUFFIX = re.compile("(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|林区|特区|新区|地区|省|市|区|县|旗|盟)$")

    def __init__(self, rows, history, home):
        self.names = {(row["code"] + "000000")[:6]: row["name"] for row in rows}
        self.home, self.found = home, {}
        for code, name in self.names.items():
            for spelling in self.spellings(code, name):
                self.found.setdefault(spelling, set()).add(code)
        self.gone = {}
        for row in history:
            if row["successor"] in self.names:
                self.gone.setdefault(row["code"], row["successor"])
        self.former = {}
        for row in history:
            if row["successor"] in self.names:
                for spelling in self.spellings(row["code"], row["name"]):
                    self.former.setdefault(spelling, row["successor"])

    def short(self, name):
        rest = self.SUFFIX.sub("", name)
        return rest if len(rest) > 1 else name

    def spellings(self, code, name):
        city, province = self.names.get(code[:4] + "00", ""), self.names.get(code[:2] + "0000", "")
        above = {a + b for a in ("", province, self.short(province)) for b in ("", city, self.short(city))}
        return {a + n for a in above for n in (name, self.short(name)) if len(a + n) > 1}

    def named(self, name):
        """The one region of the highest level that bears the name; between counties the home decides."""
        codes = self.found.get(name, set())
        if not codes:
            return self.former.get(name)
        level = min(self.level(code) for code in codes)
        highest = [code for code in codes if self.level(code) == level]
        near = [code for code in highest if self.home and code.startswith(self.home)] or highest
        return near[0] if len(near) == 1 else None

    @staticmethod
    def level(code):
        return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def rule_region(text, setting):
    regions = setting.catalogue.regions(re.sub(r"\D", "", setting.options.get("within", "")))
    if not regions.names:
        return None
    plain = re.sub(r"\.0+$", "", rule_code(text, None))
    if re.fullmatch(r"\d{2}|\d{4}|\d{6}|\d{9}|\d{12}", plain):
        code = (plain + "000000")[:6]
        return code if code in regions.names else regions.gone.get(code, code)
    name = re.sub(r"[/\\,，、>|·.]|\([^()]*\)$", "", plain)
    return regions.named(name) or regions.named(Regions.SUFFIX.sub("", name))


def rule_text(text, setting):
    return text.strip()


def rule_code(text, setting):
    return re.sub(BLANK, "", unicodedata.normalize("NFKC", text)).upper()


def rule_taxpayer(text, setting):
    code = rule_code(text, setting)
    return None if re.fullmatch(r"\d{17}[\dX].*|\d{15}", code) else code  # a person's number stands as a token


def rule_number(text, setting):
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "").replace("￥", "").replace("¥", "")
    match = re.fullmatch(r"([-+]?\d+(?:\.\d+)?)(\D*)", plain)
    if not match:
        return None
    return in_unit(Decimal(match.group(1)), match.group(2) or setting.bare, setting.target)


FACTORS = {
    "元": ("money", "1"), "千元": ("money", "1000"), "万元": ("money", "10000"), "万": ("money", "10000"),
    "百万元": ("money", "1000000"), "千万元": ("money", "10000000"), "亿元": ("money", "100000000"), "亿": ("money", "100000000"),
    "平方米": ("area", "1"), "㎡": ("area", "1"), "m2": ("area", "1"), "公顷": ("area", "10000"), "平方公里": ("area", "1000000"),
    "亩": ("area", "666.666666666666667"), "人": ("people", "1"), "万人": ("people", "10000"), "%": ("share", "1"),
}


def in_unit(number, given, wanted):
    if not given or not wanted or given == wanted:
        return round(number, 6)
    if given not in FACTORS or wanted not in FACTORS or FACTORS[given][0] != FACTORS[wanted][0]:
        return None
    return round(number * Decimal(FACTORS[given][1]) / Decimal(FACTORS[wanted][1]), 6)


def rule_amount(text, setting):
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    match = re.fullmatch(r"(?:人民币|RMB|CNY|[¥￥])?([-+]?\d+(?:\.\d+)?)([千百]?万元?|亿元?|千元|元)?(?:\(?(?:人民币|RMB|CNY)\)?)?", plain)
    return in_unit(Decimal(match.group(1)), match.group(2) or setting.bare, setting.target) if match else None


def rule_date(text, setting):
    match = re.match(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", unicodedata.normalize("NFKC", text))
    match = match or re.fullmatch(r"\s*(\d{4})(\d{2})(\d{2})\s*", text)
    return "%04d-%02d-%02d" % tuple(int(part) for part in match.groups()) if match else None


def rule_year(text, setting):
    match = re.fullmatch(r"\s*(\d{4})年?(?:度)?\s*", unicodedata.normalize("NFKC", text))
    return match.group(1) if match else None


def rule_month(text, setting):
    match = re.fullmatch(r"\s*(\d{4})(?:[-/.年]?(\d{1,2}))月?\s*", unicodedata.normalize("NFKC", text))
    return "%s-%02d" % (match.group(1), int(match.group(2))) if match else None


ENDLESS = (
    "长期|长期有效|长期存续|永久|永久有效|永续|永续经营|无固定期限|无固定期|不约定期限|不约定|至今|无期限|终身".split("|"))


def rule_long_term(text, setting):
    if text.strip() in ENDLESS or text.strip().startswith("9999"):
        return "true"
    date = rule_date(text, setting)
    return None if date is None else "true" if int(date[:4]) >= 2099 else "false"


def rule_phone(text, setting):
    return re.sub("[ ()]", "", unicodedata.normalize("NFKC", text).strip())


def rule_timestamp(text, setting):
    """What names no zone is told by the clocks of China, and kept by Greenwich."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?", plain)
    if not found:
        return None
    moment = datetime(*(int(part or 0) for part in found.groups()[:6]))
    zone = found.group(7) or "+08:00"
    ahead = 0 if zone == "Z" else int(zone[0] + "1") * (int(zone[1:3]) * 60 + int(zone[-2:]))
    return (moment - timedelta(minutes=ahead)).strftime("%Y-%m-%d %H:%M:%S")


def rule_document(text, setting):
    tight = re.sub("[ \n]+", "", unicodedata.normalize("NFKC", text).strip())
    year = r"（\1）" if "不动产" in tight or "房权证" in tight else r"〔\1〕"
    return re.sub(r"[(\[【〔]((?:19|20)\d{2})[)\]】〕]", year, tight)


def rule_project(text, setting):
    parts = re.fullmatch(r"(\d{4})(\d{6})(\d{2})(\d{2})(\d{6})", rule_code(text, setting))
    return "-".join(parts.groups()) if parts else None


def rule_parcel(text, setting):
    return rule_code(text, setting)[:19]


# Not traced, and counted: operation, which is no value of an enterprise.
RULES = {
    "long-term": rule_long_term, "phone": rule_phone, "timestamp": rule_timestamp, "document-no": rule_document,
    "project-code": rule_project, "parcel-code": rule_parcel, "realty-unit-no": rule_code, "permit-no": rule_code,
    "text": rule_text, "name": rule_text, "person": rule_text, "address": rule_text, "uscc": rule_code,
    "org-code": rule_code, "reg-no": rule_code, "serial-no": rule_code, "taxpayer-id": rule_taxpayer,
    "integer": rule_number, "decimal": rule_number, "area": rule_number, "amount": rule_amount, "date": rule_date,
    "year": rule_year, "month": rule_month, "code": rule_listed, "region": rule_region, "industry": rule_industry,
    "currency": rule_currency, "boolean": rule_boolean,
}


# --- laws 6, 7, 8 ----------------------------------------------------------------------------------------------------


def check_versions(source, lines, findings):
    highest, published, retired = 0, {}, set()
    for line in lines:
        if line.type == "SnapshotPublished":
            entry = line.entry
            findings.count(6)
            if entry["sequence"] <= highest:
                findings.break_(6, "snapshots", "above %d" % highest, entry["sequence"], line.file, line.number)
            highest = max(highest, entry["sequence"])
            published[entry["sequence"]] = line
        elif line.type == "SnapshotRetired":
            retired.add(line.entry["sequence"])
        elif line.type == "SnapshotRolledBack" and source.home:
            findings.equal(6, "rollback", True, line.entry["sequence"] in published, line.file, line.number)
    for sequence, line in published.items():
        if sequence not in retired and source.home:
            for name, digest in line.entry["files"].items():
                path = line.entry["directory"] + "/" + name
                data = source.bytes(path)
                findings.equal(6, "snapshot %d" % sequence, digest, sha256(data) if data is not None else "no file", path)
    for said in source.objects("snapshots.jsonl"):
        inside(said, published, findings)


def parquet_rows(data):
    """Rows that the footer of a Parquet file states: field 3 of a structure in Thrift's compact protocol."""
    if data[-4:] != b"PAR1":
        raise ValueError("not a Parquet file")
    at = len(data) - 8 - int.from_bytes(data[-8:-4], "little")

    def number():
        nonlocal at
        value, at = varint(data, at)
        return value

    def skip(kind):
        nonlocal at
        if kind == 3:
            at += 1
        elif kind in (4, 5, 6):
            number()
        elif kind == 7:
            at += 8
        elif kind == 8:
            length = number()
            at += length
        elif kind in (9, 10):
            head = data[at]
            at += 1
            for _ in range(number() if head >> 4 == 15 else head >> 4):
                skip(3 if head & 15 in (1, 2) else head & 15)
        elif kind == 12:
            fields(None)
            at += 1
        else:
            assert kind in (1, 2), "an unknown kind %d" % kind

    def signed():
        coded = number()
        return coded >> 1 ^ -(coded & 1)

    def fields(wanted):
        """Stands at the wanted field, or at the end of the structure."""
        nonlocal at
        field = 0
        while data[at]:
            head = data[at]
            at += 1
            field = field + (head >> 4) if head >> 4 else signed()
            if field == wanted:
                return
            skip(head & 15)

    fields(3)
    return signed()


def check_profiles(source, lines, findings):
    """A publication says as many rows as the files of its profiles have; those that were retired are not counted.

    Of a base that a second file of the same name lies over, some rows hold no longer; which, no footer states.
    """
    merged = {line.entry["inputs"]: line.entry["files"] for line in lines if line.type == "StageDone" and line.entry["stage"] == "merge"}
    exported = {said["directory"]: said.get("profiles", {}) for said in source.objects("snapshots.jsonl")}
    for line in lines:
        if line.type != "SnapshotPublished":
            continue
        paths = [path for path in merged.get(line.entry["inputs"], []) if not os.path.basename(path).startswith("_")]
        for path in paths:
            table = os.path.splitext(os.path.basename(path))[0]
            data = source.bytes(path) if source.home else None
            layers = [other for other in paths if os.path.basename(other) == os.path.basename(path)]
            if data is not None and len(layers) > 1:
                files = [source.bytes(layer) for layer in layers]
                if path == layers[-1] and None not in files and table in line.entry["counts"]:
                    base, over = (parquet_rows(file) for file in files)
                    within = over <= line.entry["counts"][table] <= base + over
                    findings.equal(6, "snapshot %d %s within its files" % (line.entry["sequence"], table), True, within, path)
                continue
            rows = exported.get(line.entry["directory"], {}).get(path) if data is None else parquet_rows(data)
            if rows is not None and table in line.entry["counts"]:
                scope_ = "snapshot %d %s" % (line.entry["sequence"], table)
                findings.equal(6, scope_, line.entry["counts"][table], rows, path)


def inside(said, published, findings):
    path = said["directory"] + "/serve.duckdb"
    if said.get("damaged"):
        findings.break_(6, said["directory"], "a snapshot that opens", "damaged", path)
        return
    line = published.get(int(said["meta"]["sequence"]))
    if line is None or line.entry["directory"] != said["directory"]:
        findings.break_(6, said["directory"], "its own sequence", said["meta"]["sequence"], path)
        return
    findings.equal(6, said["directory"], line.entry["hour"], said["meta"]["hour"], path)
    findings.equal(6, said["directory"], line.entry["inputs"], said["meta"]["inputs"], path)
    findings.equal(6, said["directory"] + " enterprises", line.entry["counts"].get("enterprise"), said["enterprises"], path)


def check_windows(source, lines, findings, settled):
    states, deliveries, adopted, owners = {}, {}, {}, {}
    for line in lines:
        entry = line.entry
        if line.type == "ObjectLanded":
            folder = "landing/%s/%s/" % (entry["feed"], entry["window"])
            findings.equal(7, scope(entry), True, entry["path"].startswith(folder), line.file, line.number)
            continue
        slot = (entry.get("feed"), entry.get("window"))
        if line.type == "DeliveryLanded":
            deliveries[slot] = entry["delivery"]
            states[slot] = "DONE" if adopted.get(slot) == entry["delivery"] else "LANDED"
            for path in entry["objects"]:
                if owners.setdefault(path, slot) != slot:
                    findings.break_(7, scope(entry), "only " + " ".join(owners[path]), path, line.file, line.number)
        elif line.type == "BatchAdopted":
            adopted[slot] = entry["delivery"]
            states[slot] = "DONE"
        elif line.type in ("SlotHeld", "SlotFailed", "SlotWaived"):
            states[slot] = line.type
    tiles(states, deliveries, adopted, findings, settled)


def tiles(states, deliveries, adopted, findings, settled):
    for feed in sorted({feed for feed, _ in states}):
        done = sorted(window for f, window in states if f == feed and states[(f, window)] == "DONE")
        if not done:
            continue
        hour = datetime.strptime(done[0], "%Y-%m-%dT%HZ")
        while hour <= datetime.strptime(done[-1], "%Y-%m-%dT%HZ"):
            window = hour.strftime("%Y-%m-%dT%HZ")
            state = states.get((feed, window), "DUE")
            findings.count(7)
            if settled and state not in ("DONE", "SlotWaived", "SlotHeld"):
                findings.break_(7, "%s %s" % (feed, window), "DONE", state, "journal")
            if state == "DONE" and deliveries.get((feed, window)) != adopted.get((feed, window)):
                findings.break_(7, "%s %s" % (feed, window), "the newest delivery adopted", "an older one", "journal")
            hour += timedelta(hours=1)


def check_once(lines, findings):
    adopted, stages = {}, {}
    for line in lines:
        if line.type == "BatchAdopted":
            slot = (line.entry["feed"], line.entry["window"])
            result = (line.entry["catalogue"], line.entry["delivery"], line.entry.get("mends"))
            findings.count(8)
            if adopted.get(slot) == result:
                findings.break_(8, " ".join(slot), "adopted once", "again", line.file, line.number)
            adopted[slot] = result
        elif line.type == "StageDone":
            key = (line.entry["stage"], line.entry["inputs"])
            findings.count(8)
            if stages.setdefault(key, line.entry["files"]) != line.entry["files"]:
                findings.break_(8, key[0], stages[key], line.entry["files"], line.file, line.number)


def main():
    parser = argparse.ArgumentParser(description="Counts hourshare's laws anew")
    parser.add_argument("evidence")
    parser.add_argument("--home")
    parser.add_argument("--keys")
    parser.add_argument("--settled", action="store_true")
    asked = parser.parse_args()
    findings = Findings()
    try:
        source = Source(asked.evidence, asked.home, asked.keys)
        lines = read_chain(source, findings)
        objects = check_bytes(source, lines, findings)
        check_rows(source, lines, objects, findings)
        check_claims(source, lines, objects, findings)
        check_versions(source, lines, findings)
        check_profiles(source, lines, findings)
        check_windows(source, lines, findings, asked.settled)
        check_once(lines, findings)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as problem:
        print(json.dumps(dict(exit=3, problem=repr(problem), broken=findings.broken), ensure_ascii=False))
        return 3
    broken = findings.broken
    print(json.dumps(
        dict(exit=2 if broken else 0, checked=findings.checked, untraced=findings.untraced, destroyed=findings.destroyed, broken=broken[:200]),
        ensure_ascii=False))
    return 2 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
