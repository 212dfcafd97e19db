"""`rescousse fix`: guided fixes from the command line. Silence is no."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import resources
from desktop_app.cli import fix_pack, fix_run
from desktop_app.cli.output import emit_json, say, warn
from desktop_app.domain.errors import CannotUndo
from desktop_app.domain.fix import Fix, Run, RunState
from desktop_app.domain.words import in_language

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def add(commands: "Commands") -> None:
    """Register `fix list|show|run|undo|history|lint|pack`."""
    parser = commands.add_parser("fix", help="guided fixes")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    _add(actions, "list", "every guided fix").set_defaults(run=_list)
    _add(actions, "history", "every run of a fix").set_defaults(run=_history)
    for name, words, what, run in (
        ("show", "the steps of a fix", "id", _show),
        ("undo", "take back what a run changed", "run_id", _undo),
        ("lint", "what is wrong in a fix file or a pack", "path", _lint),
    ):
        action = _add(actions, name, words)
        action.add_argument(what, metavar=what.removesuffix("_id").upper(), type=Path if what == "path" else str)
        action.set_defaults(run=run)
    _add_run(actions)
    fix_pack.add(actions)


def _add(actions: "Commands", name: str, words: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=words)
    action.add_argument("--json", action="store_true")
    return action


def _add_run(actions: "Commands") -> None:
    action = _add(actions, "run", "run a fix, asking in the terminal")
    action.add_argument("id", metavar="ID")
    action.add_argument("--yes", action="store_true", help="say yes to every change")
    action.add_argument("--answer", action="append", default=[], metavar="STEP=VALUE", help="answer a question")
    action.add_argument("--again", action="store_true", help="try again what did not help within the hour")
    action.add_argument("--dry-run", action="store_true", help="show what would change, change nothing")
    action.set_defaults(run=fix_run.run)


def _list(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.knowledge.pack import fault_words

    fixes = house.fixes.all()
    if args.json:
        emit_json([_short(fix, house) for fix in fixes])
        return 0
    for fix in fixes:
        say(f"{fix.id}\n  {in_language(fix.title, house.language)}")
    for fault in house.fixes.faults():
        warn(fault_words(fault, house.language))
    return 0


def _short(fix: Fix, house: "House") -> dict[str, object]:
    title, summary = in_language(fix.title, house.language), in_language(fix.summary, house.language)
    return {
        "id": fix.id,
        "title": title,
        "summary": summary,
        "minutes": fix.minutes,
        "icon": fix.icon,
        "systems": fix.systems,
    }


def _show(args: argparse.Namespace, house: "House") -> int:
    fix = house.fixes.fix(args.id)
    if args.json:
        emit_json(fix)
        return 0
    say(in_language(fix.title, house.language))
    say(in_language(fix.summary, house.language))
    if house.fixes.is_locked(fix.id):
        say(resources.sentence("fixes", "locked", house.language))
    for number, step in enumerate(fix.steps, start=1):
        say(f"  {number}. {in_language(step.title, house.language)}")
    return 0


def _undo(args: argparse.Namespace, house: "House") -> int:
    try:
        is_interrupted = house.fixes.run(args.run_id).state is RunState.INTERRUPTED
        run = house.fixes.stop(args.run_id) if is_interrupted else house.fixes.undo(args.run_id)
    except CannotUndo as refusal:
        from desktop_app.services.fixes import why_not_undone

        warn(why_not_undone(refusal, house.language))
        return refusal.exit_code
    view = house.fixes.view(run.id, house.language)
    if args.json:
        emit_json({"run": run, "view": view})
    else:
        say(f"{view.headline} {view.body}".strip())
    return 0


def _history(args: argparse.Namespace, house: "House") -> int:
    runs = house.fixes.history()
    if args.json:
        emit_json(runs)
        return 0
    for run in runs:
        say(_line(run))
    return 0


def _line(run: Run) -> str:
    when = run.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{run.id}  {when}  {run.fix_id}  {run.state.value}"


def _lint(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.adapters.actions import registered
    from desktop_app.knowledge.lint import lint
    from desktop_app.knowledge.pack import fault_words
    from desktop_app.knowledge.pack_folder import ABOUT, SIGNATURE
    from desktop_app.knowledge.pack_outside import lint_pack

    is_pack = (args.path / ABOUT).exists()
    faults = (lint_pack if is_pack else lint)(args.path, registered())
    if args.json:
        emit_json([{**fault.facts, "words": fault_words(fault, house.language)} for fault in faults])
    else:
        for fault in faults:
            say(fault_words(fault, house.language))
        if not faults:
            say(resources.sentence("fixes", "lint_fine", house.language))
    if is_pack and not (args.path / SIGNATURE).exists():
        warn(resources.sentence("fixes", "pack_unsigned", house.language, folder=args.path))
    return 1 if faults else 0
