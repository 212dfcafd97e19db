"""One page that will not load: what the browser keeps of that site is set aside, everything else stays."""

from functools import partial

from desktop_app.adapters.actions import holding, kept_files
from desktop_app.adapters.actions.browser import cookies
from desktop_app.adapters.actions.browser.profiles import Profile, profile_of, profiles
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("browser", "profile", "site", "count")
_SHOWN = 12
_BETWEEN = "|"


@check("browser.sites", Shown(("some", "none"), _FACTS))
def recent_sites(here: Here, _: Given) -> Result:
    """The sites used last that left something in a browser."""
    items = tuple(
        Item(f"{profile.id}{_BETWEEN}{site}", {"browser": profile.browser, "site": site})
        for profile in profiles(here)
        for site in cookies.sites(profile)
    )[:_SHOWN]
    return Result("some" if items else "none", {"count": len(items)}, items=items)


@check("browser.site", Shown(("some", "none"), _FACTS, {"site": str}))
def one_site(here: Here, given: Given) -> Result:
    """Whether the browser keeps anything of one site."""
    profile, site = _chosen(here, given.text("site"))
    count = cookies.count(profile, site) + len(cookies.folders(profile, site))
    facts: Facts = {"browser": profile.browser, "profile": profile.id, "site": site, "count": count}
    return Result("some" if count else "none", facts)


def _chosen(here: Here, text: str) -> tuple[Profile, str]:
    profile_id, _, site = text.rpartition(_BETWEEN)
    return profile_of(here, profile_id), site


@repair(
    "browser.site.set_aside",
    Shown(("done", "still_open", "nothing"), _FACTS, {"site": str}, resource="browser"),
)
class SetAside:
    """Moves a site's folders to the holding folder, and its cookies out of a database that is kept whole."""

    def plan(self, here: Here, given: Given) -> Plan:
        """What there is of the site."""
        profile, site = _chosen(here, given.text("site"))
        count, folders = cookies.count(profile, site), cookies.folders(profile, site)
        found: Facts = {"site": site, "count": count + len(folders)}
        facts: Facts = {"browser": profile.browser, "profile": profile.id, **found}
        if profile.is_open(here):
            return Plan(outcome="still_open", facts=facts)
        moves = holding.plan(here, folders).saved or {"moves": [], "token": kept_files.new_token(), "size": 0}
        nothing = "" if count or moves["moves"] else "nothing"
        return Plan({**moves, "profile": profile.id, "site": site, "count": count}, facts, outcome=nothing)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Folders first; the database is copied before it is touched."""
        profile = profile_of(here, saved["profile"])
        if profile.is_open(here):
            return Result("still_open", {"browser": profile.browser})
        holding.set_aside(saved, say, "")
        file = cookies.database(profile)
        if file and saved["count"] and cookies.count(profile, saved["site"]):
            cookies.settle(file)
            kept_files.keep(here, saved["token"], file)
            note = partial(kept_files.note, here, saved["token"], file)
            cookies.drop(profile, file, saved["site"], note)
        say("files_set_aside", 1)
        return Result("done", {"site": saved["site"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The browser must be closed, and what was set aside still there."""
        profile = profile_of(here, saved["profile"])
        if profile.is_open(here):
            return "close_first"
        file = cookies.database(profile)
        is_untouched = cookies.count(profile, saved["site"]) == saved["count"]
        is_kept = is_untouched or (file is not None and kept_files.is_kept(here, saved["token"], file))
        return "" if is_kept and (not saved["moves"] or not holding.hindrance(saved)) else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """The database as it was when nothing came in since, else the site's cookies among the newer ones."""
        profile = profile_of(here, saved["profile"])
        if not _is_ours(here, profile, saved):
            raise ActionFailed("not the data of this site")
        holding.put_back(saved, replaces=True)
        file = cookies.database(profile)
        if file and kept_files.is_kept(here, saved["token"], file):
            if not kept_files.is_whole_again(here, saved["token"], file):
                cookies.bring_back(profile, file, saved["site"], kept_files.keep(here, saved["token"], file))
            cookies.drop_draft(file)
            kept_files.let_go(here, saved["token"], file)

    def forget(self, here: Here, saved: Saved) -> None:
        """Deleted for good."""
        holding.delete(saved)
        kept_files.forget(here, saved["token"])


def _is_ours(here: Here, profile: Profile, saved: Saved) -> bool:
    roots = [profile.folder / name for name in cookies.FOLDERS]
    sources = [holding.restored(source) for source, _ in saved["moves"]]
    return holding.is_ours(here, saved) and all(source.parent in roots and source.name != ".." for source in sources)
