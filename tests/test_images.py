"""Pictures of every kind come out upright, in a form that all programs show; what cannot be shown says why."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, ImageDraw

from deckbuild.assets import TooLarge
from deckbuild.images import read
from deckbuild.images.ground import ground
from deckbuild.images.pixels import LONGEST, plain, shrunk

from .examples import sampled

RED, BLUE = (200, 30, 30), (30, 30, 200)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def halves(width: int = 60, height: int = 40) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


@pytest.mark.parametrize("size", [(20_000, 30), (30, 20_000), (7_000, 13), (20_000, 1), (4_000, 3_000)])
def test_a_strip_made_smaller_has_the_shape_that_it_had(size: tuple[int, int]) -> None:
    small = shrunk(Image.new("RGB", size))
    assert max(small.size) <= LONGEST
    if min(size) > 1:
        assert small.width / small.height == pytest.approx(size[0] / size[1], rel=0.01)


def held(turn: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = turn
    return exif


def shown(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGBA")


def like(pixel: object, colour: tuple[int, ...]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 24 for a, b in zip(pixel, colour, strict=False))


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@pytest.fixture
def undecoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The formats of the pictures whose pixels are looked at."""
    from PIL import ImageFile

    seen: list[str] = []
    real = ImageFile.ImageFile.load

    def load(image: ImageFile.ImageFile) -> object:
        seen.append(str(image.format))
        return real(image)

    monkeypatch.setattr(ImageFile.ImageFile, "load", load)
    return seen


# what needs no change


@pytest.mark.parametrize(
    ("kind", "name", "mode"),
    [
        (kind, kind.lower(), mode)
        for kind in ("PNG", "JPEG", "GIF")
        for mode in ("RGB", "L", "P")
        if (kind, mode) != ("JPEG", "P")  # a JPEG has no palette
    ],
)
def test_what_all_programs_show_is_left_alone_and_not_even_decoded(
    kind: str, name: str, mode: str, undecoded: list[str]
) -> None:
    data = saved(halves().convert(mode), kind)
    still = read(data)
    assert (still.data, still.width, still.height, still.format) == (data, 60, 40, name)
    assert undecoded == []


def test_a_palette_with_transparency_and_sixteen_bits_are_left_alone() -> None:
    for data in (
        saved(halves().convert("P"), "PNG", transparency=0),
        saved(Image.new("I;16", (9, 9), 40_000), "PNG"),
        saved(halves().convert("RGBA"), "PNG"),
    ):
        assert read(data).data == data


def test_a_moving_gif_is_kept() -> None:
    frames = [Image.new("L", (30, 20), grey) for grey in (0, 120, 240)]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=80)
    assert read(data).data == data


# what is turned


@pytest.mark.parametrize("turn", [2, 3, 4, 5, 6, 7, 8])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_stands_as_its_camera_was_held(turn: int, kind: str) -> None:
    still = read(saved(halves(), kind, exif=held(turn)))
    image = shown(still.data)
    assert (still.width, still.height) == image.size == ((40, 60) if turn > 4 else (60, 40))
    assert Image.open(io.BytesIO(still.data)).getexif().get(0x0112) is None
    left, top = image.getpixel((3, image.height // 2)), image.getpixel((image.width // 2, 3))
    expected = {2: BLUE, 3: BLUE, 4: RED, 5: RED, 6: RED, 7: BLUE, 8: BLUE}[turn]
    assert like(top if turn > 4 else left, expected)


@pytest.mark.parametrize("turn", [0, 1, 9, 65535])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_tag_that_turns_nothing_changes_nothing(turn: int, kind: str) -> None:
    data = saved(halves(), kind, exif=held(turn))
    assert read(data).data == data


def test_a_turned_photograph_has_no_more_pixels_than_are_shown_and_keeps_its_colours() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    still = read(saved(halves(4000, 3000), "JPEG", exif=held(6), icc_profile=profile))
    assert (still.width, still.height) == (LONGEST * 3 // 4, LONGEST)
    with Image.open(io.BytesIO(still.data)) as image:
        assert image.info["icc_profile"] == profile
        assert "exif" not in image.info


# what is converted


@pytest.mark.parametrize(
    ("kind", "options", "mode", "becomes"),
    [
        ("WEBP", {}, "RGB", "jpeg"),
        ("WEBP", {"lossless": True}, "RGB", "png"),
        ("WEBP", {}, "RGBA", "png"),
        ("AVIF", {}, "RGB", "jpeg"),
        ("BMP", {}, "RGB", "png"),
        ("TIFF", {}, "RGB", "png"),
        ("TIFF", {}, "CMYK", "png"),
        ("JPEG", {}, "CMYK", "jpeg"),
        ("ICO", {}, "RGB", "png"),
    ],
)
def test_what_few_programs_show_becomes_what_all_show(
    kind: str, options: dict[str, object], mode: str, becomes: str
) -> None:
    image = halves().convert(mode)
    if mode == "RGBA":
        image.putpixel((0, 0), (0, 0, 0, 0))
    still = read(saved(image, kind, **options))
    with Image.open(io.BytesIO(still.data)) as made:
        assert (still.format, made.mode) == (becomes, mode if mode == "RGBA" else "RGB")
    middle = still.height // 2
    assert like(shown(still.data).getpixel((8, middle)), RED)
    assert like(shown(still.data).getpixel((still.width - 8, middle)), BLUE)


def test_printing_colours_are_read_by_their_profile_and_a_broken_one_is_passed_over() -> None:
    image = Image.new("CMYK", (20, 20), (0, 200, 200, 0))
    assert read(saved(image, "JPEG", icc_profile=b"nonsense")).format == "jpeg"


def test_a_moving_webp_becomes_a_gif_that_moves_as_it_did() -> None:
    frames = [Image.new("RGB", (30, 20), (red, 0, 0)) for red in (0, 120, 240)]
    still = read(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=[80, 120, 200]))
    assert (still.format, still.stopped) == ("gif", False)
    with Image.open(io.BytesIO(still.data)) as image:
        assert getattr(image, "n_frames", 1) == 3
        assert image.info["duration"] == 80


def test_of_an_endless_webp_the_first_frame_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckbuild.images.reading.MOST_MOVING", 1000)
    frames = [Image.new("RGB", (30, 20), (red, 0, 0)) for red in (0, 120, 240)]
    still = read(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:]))
    assert (still.format, still.stopped) == ("png", True)


def test_of_a_document_of_several_pages_the_first_is_shown() -> None:
    pages = [halves(), Image.new("RGB", (60, 40), "white")]
    still = read(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    assert (still.format, still.stopped) == ("png", False)
    assert like(shown(still.data).getpixel((8, 20)), RED)


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (Image.new("I;16", (4, 4), 0x8000), 128),
        (Image.new("L", (4, 4), 77), 77),
        (Image.new("LA", (4, 4), (77, 255)), 77),
        (Image.new("1", (4, 4), 1), 255),
    ],
)
def test_deep_pixels_are_scaled_and_not_cut_off(image: Image.Image, expected: int) -> None:
    pixel = plain(image).getpixel((1, 1))
    assert isinstance(pixel, tuple)
    assert pixel[0] == expected


def test_measurements_go_from_black_to_white() -> None:
    image = Image.new("F", (2, 1))
    image.putpixel((0, 0), -3.5)
    image.putpixel((1, 0), 12.25)
    made = plain(image)
    assert (made.getpixel((0, 0)), made.getpixel((1, 0))) == ((0, 0, 0), (255, 255, 255))
    assert plain(Image.new("F", (1, 1), 7.0)).getpixel((0, 0)) == (0, 0, 0)


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(halves(300, 200), "WEBP", exif=held(3))
    assert read(data) == read(data)


# what cannot be shown


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_file_that_ends_too_soon_is_told(kind: str, share: float) -> None:
    data = saved(Image.effect_noise((120, 90), 90).convert("RGB"), kind)
    with pytest.raises((ValueError, OSError, SyntaxError)):
        read(data[: int(len(data) * share)])


def test_a_byte_that_fell_over_in_a_png_is_told() -> None:
    data = bytearray(saved(Image.effect_noise((120, 90), 90), "PNG"))
    data[len(data) // 2] ^= 0xFF
    with pytest.raises((ValueError, OSError, SyntaxError)):
        read(bytes(data))


def test_a_jpeg_with_something_behind_it_is_shown() -> None:
    data = saved(halves(), "JPEG") + b"trailer of a phone"
    assert read(data).data == data


def test_a_few_bytes_that_stand_for_a_thousand_million_pixels_are_not_decoded(undecoded: list[str]) -> None:
    def bomb(side: int) -> bytes:
        header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
        return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")

    with pytest.raises(TooLarge, match="too many pixels"):
        read(bomb(32_000))
    with pytest.raises(ValueError, match="10000 × 10000"):
        read(bomb(10_000))
    assert undecoded == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "PostScript cannot be read"),
        (b"%PDF-1.7\n", "PDF cannot be read"),
        (b"\0\0\0\x18ftypheic", "HEIC cannot be read"),
        (b"GIF89a", "its format is not known"),
        (b"", "its format is not known"),
    ],
)
def test_a_format_that_is_not_read_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(data)


# the ground under a picture


def drawing(ink: object, back: object = (0, 0, 0, 0), size: tuple[int, int] = (300, 200)) -> bytes:
    image = Image.new("RGBA", size, back)  # type: ignore[arg-type]
    pen = ImageDraw.Draw(image)
    for x in range(20, size[0] - 40, 40):
        pen.rectangle((x, 30, x + 24, size[1] - 30), outline=ink, width=2)  # type: ignore[arg-type]
        pen.line((x, 10, x + 30, size[1] - 10), fill=ink, width=1)  # type: ignore[arg-type]
    return saved(image, "PNG")


BLACK, PALE, CLEAR, WHITE = (20, 20, 20, 255), (240, 240, 240, 255), (0, 0, 0, 0), (255, 255, 255, 255)


@pytest.mark.parametrize(
    ("ink", "back", "on_dark", "on_white"),
    [
        (BLACK, CLEAR, "white", ""),
        (PALE, CLEAR, "", "black"),
        (BLACK, WHITE, "white", ""),
        (PALE, (30, 30, 34, 255), "", ""),
        ((150, 180, 250, 255), CLEAR, "", ""),
        (BLACK, (120, 160, 90, 255), "", ""),
    ],
)
@pytest.mark.parametrize("size", sampled([(300, 200), (1600, 1200)], {(300, 200)}))
def test_ink_that_the_page_would_swallow_has_a_ground(
    ink: object, back: object, on_dark: str, on_white: str, size: tuple[int, int]
) -> None:
    data = drawing(ink, back, size)
    assert (ground(data, dark=True), ground(data, dark=False)) == (on_dark, on_white)


def test_a_window_with_round_corners_needs_no_ground() -> None:
    image = Image.new("RGBA", (600, 400), CLEAR)
    ImageDraw.Draw(image).rounded_rectangle((24, 24, 576, 376), 18, fill=(32, 32, 36, 255))
    assert ground(saved(image, "PNG"), dark=True) == ""


def test_a_dark_outline_round_pale_areas_is_ink_that_would_be_lost() -> None:
    image = Image.new("RGBA", (300, 250), CLEAR)
    for x in (40, 120):
        ImageDraw.Draw(image).ellipse((x, 50, x + 140, 190), fill=(60, 140, 250, 255), outline=BLACK, width=4)
    assert (ground(saved(image, "PNG"), dark=True), ground(saved(image, "PNG"), dark=False)) == ("white", "")


def test_nothing_at_all_needs_no_ground() -> None:
    for dark in (True, False):
        assert ground(saved(Image.new("RGBA", (30, 20), CLEAR), "PNG"), dark) == ""


def test_a_photograph_has_no_ground_and_a_page_of_text_has_one() -> None:
    assert ground(saved(halves(800, 600), "JPEG"), dark=True) == ""
    page = Image.new("RGB", (800, 600), "white")
    page.paste(BLUE, (100, 100, 700, 500))
    assert ground(saved(page, "JPEG"), dark=True) == "white"
    assert ground(saved(page, "JPEG"), dark=False) == ""
    assert ground(b"nonsense", dark=True) == ""
