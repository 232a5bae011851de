"""What a printer understands of the bytes that it gets: the tests' own decoder, for the commands of a slip."""


class Slip:
    def __init__(self):
        self.rows = []  # bytes each
        self.commands = []  # by name, in order
        self.pictures = []  # rows of each
        self.cut = False

    def dots(self):
        """Of the pictures, one under another: rows of 0 and 1."""
        return [row for picture in self.pictures for row in dots(picture)]


def slips(data):
    """All slips in `data`; raises ValueError at anything that is no command of a slip."""
    found, slip, at, width = [], Slip(), 0, 0

    def take(count):
        nonlocal at
        if at + count > len(data):
            raise ValueError(f"ends in the middle of a command, at {at}")
        at += count
        return data[at - count:at]

    while at < len(data):
        head = bytes(take(2))
        if head in (b"\x1b@", b"\x1ba", b"\x1da", b"\x1dP"):
            take({b"\x1b@": 0, b"\x1ba": 1, b"\x1da": 1, b"\x1dP": 2}[head])
        elif head == b"\x1bJ":
            slip.rows += [None] * take(1)[0]
        elif head == b"\x1dv":
            kind, mode, xl, xh, yl, yh = take(6)
            if (kind, mode) != (ord("0"), 0):
                raise ValueError("a picture that is not of single dots")
            width, height = xl + 256 * xh, yl + 256 * yh
            picture = [bytes(take(width)) for _ in range(height)]
            slip.pictures.append(picture)
            slip.rows += picture
        elif head == b"\x1dV":
            if take(1) == b"B":
                take(1)
            slip.cut = True
        else:
            raise ValueError(f"does not know {head!r} at {at - 2}")
        slip.commands.append(head[1:2].decode())
        if slip.cut:
            slip.rows = [row or bytes(width) for row in slip.rows]
            found.append(slip)
            slip = Slip()
    if slip.commands:
        raise ValueError("a slip that is not cut")
    return found


def dots(rows):
    """Rows of 0 and 1."""
    return ["".join(f"{byte:08b}" for byte in row) for row in rows]


def picture_of(rows):
    """A PBM of those rows, with white around it as on paper."""
    margin = 4
    width = len(rows[0]) + 2 * margin
    blank = bytes(width) * (8 * margin)
    body = b"".join(bytes(margin) + row + bytes(margin) for row in rows)
    return b"P4 %d %d\n" % (8 * width, len(rows) + 16 * margin) + blank + body + blank
