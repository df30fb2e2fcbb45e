"""The profile of black ink: littleCMS, which had no part in it, reads what it says."""

import io

import pytest
from PIL import Image, ImageCms

from engross.finishing.black import black_ink, reflectance


@pytest.fixture(scope="module")
def profile() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(black_ink().profile))


def test_it_is_of_an_output_device_for_gray_by_version_2(profile: ImageCms.ImageCmsProfile) -> None:
    read = profile.profile
    assert (read.device_class, read.xcolor_space.strip(), read.connection_space.strip()) == (
        "prtr",
        "GRAY",
        "XYZ",
    )
    assert read.version == pytest.approx(2.4)
    assert read.profile_description == "Engross black ink, dot gain 20 %"


@pytest.mark.parametrize("gray", [0, 32, 64, 128, 192, 255])
def test_a_tone_comes_back_as_light_as_the_dot_gain_has_it(
    gray: int, profile: ImageCms.ImageCmsProfile
) -> None:
    lab = ImageCms.createProfile("LAB")
    transform = ImageCms.buildTransform(profile, lab, "L", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    shown = ImageCms.applyTransform(Image.new("L", (1, 1), gray), transform)
    assert shown is not None
    lightness = shown.tobytes()[0]
    light = reflectance(gray / 255)
    assert lightness / 2.55 == pytest.approx(116 * light ** (1 / 3) - 16, abs=0.6)


def test_half_a_tone_covers_seventy_hundredths_of_the_paper() -> None:
    solid = reflectance(0)
    assert (1 - reflectance(0.5)) / (1 - solid) == pytest.approx(0.7)


def test_paper_gives_all_light_back_and_ink_hardly_any() -> None:
    assert reflectance(1) == 1
    assert 0.01 < reflectance(0) < 0.03
