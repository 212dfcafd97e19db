"""The page that a browser opens with, when somebody else chose it."""

from contextlib import suppress
from urllib.parse import urlsplit

from desktop_app.adapters.actions.browser import settings
from desktop_app.adapters.actions.browser.policies import policies
from desktop_app.adapters.actions.browser.profiles import Profile, profile_of, profiles
from desktop_app.adapters.actions.browser.reset import OUTCOMES, Reset
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Result

_FACTS = ("browser", "profile", "page")
_KEYS: settings.Keys = {
    "mozilla": ("browser.startup.homepage",),
    "chromium": (
        *("session.startup_urls", "homepage", "homepage_is_newtabpage"),
        "default_search_provider_data.template_url_data",
    ),
}
_OPENS_PAGES = 4
_OF_POLICY = ("RestoreOnStartupURLs", "HomepageLocation")


@check("browser.start_page", Shown(("own", "managed", "default"), _FACTS, {"profile": str}))
def start_page(here: Here, given: Given) -> Result:
    """The first page of its own that a browser opens with, by the name of its site."""
    wanted = given.text("profile")
    every = [profile_of(here, wanted)] if wanted else profiles(here)
    if prescribed := _of_policy(here):
        return Result("managed", {"page": prescribed})
    for profile in every:
        if page := _page(profile):
            return Result("own", {"browser": profile.browser, "profile": profile.id, "page": page})
    return Result("default")


def _page(profile: Profile) -> str:
    """The site of the start page; nothing when the browser opens with a page of its own."""
    if profile.family == "mozilla":
        return _site(str(settings.value_of(profile, "browser.startup.homepage") or "").split("|")[0])
    pages = settings.value_of(profile, "session.startup_urls")
    if settings.value_of(profile, "session.restore_on_startup") == _OPENS_PAGES and isinstance(pages, list) and pages:
        return _site(str(pages[0]))
    if settings.value_of(profile, "homepage_is_newtabpage") is False and settings.value_of(profile, "homepage"):
        return _site(str(settings.value_of(profile, "homepage")))
    return _search_site(profile)


def _search_site(profile: Profile) -> str:
    """The site that searches are sent to, when it was put in by somebody."""
    engine = settings.value_of(profile, "default_search_provider_data.template_url_data")
    is_foreign = isinstance(engine, dict) and not engine.get("prepopulate_id")
    return _site(str(engine.get("url", ""))) if is_foreign else ""


def _site(address: str) -> str:
    with suppress(ValueError):
        return urlsplit(address).hostname or ""
    return ""


def _of_policy(here: Here) -> str:
    """The site that the organisation prescribes."""
    pages = (policy.get(key) for _, policy in policies(here) for key in _OF_POLICY)
    sites = (_site(str(page[0] if isinstance(page, list) else page)) for page in pages if page)
    return next(sites, "")


@repair("browser.start_page.reset", Shown(OUTCOMES, _FACTS, {"profile": str}, resource="browser"))
class ResetStartPage(Reset):
    """Gives the browser its own first page and its own search back."""

    keys = _KEYS
