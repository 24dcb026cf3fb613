"""Pictures made and read by Pillow, beside our own reading.

  pictures.py make FOLDER   writes pictures of many forms, with place, time and names in them, and prints a line of JSON for each: name, and the colours (left top, right
                            top, left bottom, right bottom) and size as they should be seen
  pictures.py look FOLDER   prints a line of JSON for each file, in order of their names: format, size, what is in it beside pixels, and the four colours
"""

import json
import pathlib
import sys

from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 200, 30), (30, 30, 220), (230, 220, 30)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>geheime plek</rdf:RDF></x:xmpmeta>'


def picture(width: int, height: int) -> Image.Image:
    """A field of colour in every corner."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(YELLOW, (width // 2, height // 2, width, height))
    return image


def notes(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Geheime camera"
    exif[0x9C9D] = "geheime naam".encode("utf-16-le")
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (5.0, 7.0, 12.0), 29: "2026:11:22"})
    return exif


def corners(image: Image.Image) -> list[list[int]]:
    image = image.convert("RGB")
    (w, h) = image.size
    return [list(image.getpixel(p)) for p in ((w // 8, h // 8), (w - 1 - w // 8, h // 8), (w // 8, h - 1 - h // 8), (w - 1 - w // 8, h - 1 - h // 8))]


def make(folder: pathlib.Path) -> None:
    def save(name: str, image: Image.Image, seen: Image.Image | None = None, **settings) -> None:
        image.save(folder / name, **settings)
        upright = seen or ImageOps.exif_transpose(Image.open(folder / name))
        print(json.dumps({"name": name, "width": upright.width, "height": upright.height, "corners": corners(upright)}))

    image = picture(320, 200)
    text = PngInfo()
    text.add_text("Comment", "geheime opmerking")
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    for orientation in range(1, 9):
        exif = notes(orientation)
        save(f"o{orientation}.jpg", image, exif=exif, quality=95, comment="geheime opmerking", xmp=XMP)
        save(f"o{orientation}.png", image, exif=exif, pnginfo=text)
        save(f"o{orientation}.webp", image, exif=exif, xmp=XMP, lossless=orientation % 2 == 0, quality=95)
    save("progressive.jpg", image, progressive=True, exif=notes(6))
    save("gray.jpg", image.convert("L"))
    save("large.jpg", picture(4000, 3000), exif=notes(8))
    save("palette.png", image.quantize(8))
    save("gray.png", image.convert("L"))
    gray = image.convert("L")
    save("gray16.png", gray.convert("I").point(lambda value: value * 257).convert("I;16"), seen=gray)
    opaque = image.convert("RGBA")
    opaque.putalpha(255)
    save("alpha.png", opaque, dpi=(300, 300))
    save("alpha.webp", opaque)
    save("interlaced.png", image, interlace=True)
    image.convert("CMYK").save(folder / "refused-cmyk.jpg")
    image.save(folder / "refused-moving.webp", save_all=True, append_images=[picture(320, 200).rotate(180)])


def look(folder: pathlib.Path) -> None:
    for path in sorted(folder.iterdir()):
        with Image.open(path) as image:
            image.load()
            print(json.dumps({
                "name": path.name, "format": image.format, "width": image.width, "height": image.height, "corners": corners(image),
                "notes": sorted(str(key) for key in set(image.info) | {f"exif {tag}" for tag in image.getexif()}),
            }))


if __name__ == "__main__":
    {"make": make, "look": look}[sys.argv[1]](pathlib.Path(sys.argv[2]))
