"""Links to published videos: whatever is typed, what comes out is one plain HTTPS link."""

import string
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentkit.domain.published_link import parse_published_link, url_at, youtube_url
from consentkit.kernel.errors import InputError, LimitError, MalformedError

ID = "dQw4w9WgXcQ"
IDS = st.text(string.ascii_letters + string.digits + "-_", min_size=11, max_size=11)
FORMS = (
    "https://www.youtube.com/watch?v={}",
    "http://youtube.com/watch?app=desktop&v={}&list=PL1",
    "https://m.youtube.com/watch?v={}#share",
    "https://music.youtube.com/watch?v={}",
    "youtube.com/watch?v={}",
    "https://youtu.be/{}",
    "https://youtu.be/{}?si=abc",
    "https://www.youtube.com/shorts/{}",
    "https://www.youtube.com/live/{}?feature=share",
    "https://www.youtube.com/embed/{}",
    "https://www.youtube-nocookie.com/embed/{}",
    "https://studio.youtube.com/video/{}/edit",
    "https://studio.youtube.com/video/{}/analytics/tab-overview",
    "HTTPS://WWW.YouTube.COM/watch?v={}",
    "  https://youtu.be/{}\n",
    "{}",
)


@pytest.mark.parametrize("form", FORMS)
@given(video_id=IDS)
def test_every_form_of_a_link_leads_to_the_same_video(form, video_id):
    link = parse_published_link(form.format(video_id))
    assert (link.platform, link.video_id) == ("youtube", video_id)
    assert link.url == f"https://www.youtube.com/watch?v={video_id}"


@pytest.mark.parametrize(
    ("tail", "seconds"),
    [("&t=90", 90), ("&t=90s", 90), ("&t=1m30s", 90), ("&t=1h2m3s", 3723), ("&start=7", 7),
     ("#t=12", 12), ("&t=", None), ("&t=soon", None), ("", None), ("&t=-3", None)],
)  # fmt: skip
def test_a_link_may_name_a_second(tail, seconds):
    assert parse_published_link(f"https://www.youtube.com/watch?v={ID}{tail}").at == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://youtu.be/" + ID,
        f"https://evil.example@www.youtube.com/watch?v={ID}",
        f"https://www.youtube.com@evil.example/watch?v={ID}",
        f"https://www.youtube.com:8443/watch?v={ID}",
        f"https://www.youtube.com:/watch?v={ID}",
        f"https://www.youtube.com\\@evil.example/watch?v={ID}",
        f"https://www.youtube.com/watch?v={ID}&v=aaaaaaaaaaa",
        f"https://www.youtube.com/watch?v={ID}x",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/",
        "https://www.youtube.com/playlist?list=PL1",
        "https://youtu.be/" + ID + "/more",
        "https://studio.youtube.com/channel/UC1",
        f"https://www.yоutube.com/watch?v={ID}",
        "https://[::1]/x",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "http://vimeo.com/1",
        "https://vimeo.com/\u202e1",
        "https://vimeo.com/1\n2",
        "https://vimeo.com/a b",
        "https:///x",
        "//vimeo.com/1x",
        "?" * 11,
    ],
)
def test_what_is_no_such_link_is_refused(text):
    with pytest.raises(MalformedError):
        parse_published_link(text)


def test_a_host_that_only_looks_like_youtube_is_another_platform():
    for host in ("youtube.com.evil.example", "notyoutube.com", "youtube.org", "yout.be"):
        link = parse_published_link(f"https://{host}/watch?v={ID}")
        assert link.platform != "youtube"
        assert link.video_id == ""


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("https://www.tiktok.com/@me/video/1", "tiktok"),
        ("https://vm.tiktok.com/Z1/", "tiktok"),
        ("https://vimeo.com/1", "vimeo"),
        ("https://vk.com/video-1_2", "vk"),
        ("https://rutube.ru/video/1/", "rutube"),
        ("https://videos.example.org/w/1?start=3", "videos.example.org"),
    ],
)
def test_links_elsewhere_keep_their_address(text, platform):
    link = parse_published_link(text)
    assert (link.platform, link.url, link.video_id) == (platform, text, "")


def test_a_very_long_link_is_refused_before_it_is_looked_at():
    with pytest.raises(LimitError):
        parse_published_link("https://vimeo.com/" + "a" * 3000)


HOSTILE = st.one_of(
    st.text(max_size=80),
    st.builds(
        "{}://{}{}{}".format,
        st.sampled_from(["https", "http", "HTTPS", "javascript", "data", ""]),
        st.sampled_from(["youtu.be", "www.youtube.com", "vimeo.com", "a@b.example", "x:1", "é.fr"]),
        st.sampled_from(["", "/", "/watch", "/shorts/", "//", "/../", "\\", "/%2e%2e/"]),
        st.text("?&#=v%20:@\\/abc \t\r\n\u202e\u0430", max_size=30),
    ),
)


@given(HOSTILE)
def test_whatever_is_typed_gives_a_plain_link_or_an_error_of_ours(text):
    try:
        link = parse_published_link(text)
    except InputError:
        return
    parts = urlsplit(link.url)
    assert parts.scheme == "https"
    assert parts.hostname
    assert "@" not in parts.netloc
    assert parts.port is None
    assert link.url.isascii()
    assert link.url.isprintable()
    assert not set(link.url) & set(" \t\r\n\\")
    assert parse_published_link(link.url).url == link.url


@given(IDS, st.integers(0, 100_000))
def test_a_link_to_a_second_is_read_back(video_id, second):
    text = url_at("youtube", video_id, youtube_url(video_id), second)
    link = parse_published_link(text)
    assert link.video_id == video_id
    assert (link.at or 0) == second
