"""`rescousse fix run`: one guided fix in the terminal. What is not answered is a no, and leaves nothing half done."""

import argparse
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import resources
from desktop_app.cli.output import emit_json, say, warn
from desktop_app.domain.errors import SupportError
from desktop_app.domain.fix import Run, RunState
from desktop_app.domain.words import in_language
from desktop_app.services.fix_view import ConsentView, RunView

if TYPE_CHECKING:
    from desktop_app.bootstrap import House

_USAGE, _REFUSED = 2, 3
_YES = {"oui", "o", "yes", "y", "ja", "j"}
_EXIT = {RunState.FIXED: 0, RunState.NOTHING_FOUND: 0, RunState.NEEDS_PERSON: 1}


class _NotAnAnswer(Exception):
    """The answer on the command line is none of the choices."""


def run(args: argparse.Namespace, house: "House") -> int:
    """Runs the fix `args.id`; 0 repaired or nothing to repair, 1 it needs a person, 3 refused."""
    answers = dict(pair.partition("=")[::2] for pair in args.answer)
    terminal = _Terminal(house, answers, says_yes=args.yes, is_dry=args.dry_run, is_quiet=args.json)
    if house.fixes.is_locked(args.id):
        fix = in_language(house.fixes.fix(args.id).title, house.language)
        warn(resources.sentence("fixes", "locked_body", house.language, fix=fix))
        return _REFUSED
    if not (args.again or args.yes or args.dry_run) and not terminal.wants_again(args.id):
        warn(resources.sentence("fixes", "tried_ask", house.language))
        return _REFUSED
    begun = house.fixes.begin(args.id)
    try:
        ended = terminal.through(begun)
    except _NotAnAnswer as problem:
        house.fixes.stop(begun.id)
        warn(str(problem))
        return _USAGE
    except (KeyboardInterrupt, SupportError):
        house.fixes.stop(begun.id)
        raise
    return terminal.result(ended)


@dataclass
class _Terminal:
    house: "House"
    answers: dict[str, str]
    says_yes: bool
    is_dry: bool
    is_quiet: bool
    was_dry_run: bool = False

    def through(self, run: Run) -> Run:
        fixes = self.house.fixes
        while True:
            if run.state is RunState.READY:
                run = fixes.advance(run.id, progress=self._progress)
            elif run.state is RunState.ASKING:
                answer = self._answer(self._view(run))
                run = fixes.advance(run.id, answer=answer) if answer else fixes.stop(run.id)
            elif run.state is RunState.CONSENT:
                run = self._consented(run)
            else:
                return run

    def wants_again(self, fix_id: str) -> bool:
        """Whether to try what was tried within the hour and did not help; two equal choices, and silence is no."""
        fixes = self.house.fixes
        if fixes.tried(fix_id) is None:
            return True
        self._show(self._words("tried_before", fix=in_language(fixes.fix(fix_id).title, self.house.language)))
        self._show(f"  1. {self._words('tried_choice_again')}")
        self._show(f"  2. {self._words('tried_choice_person')}")
        return self._read(self._words("ask_number", count=2)) == "1"

    def result(self, run: Run) -> int:
        """Tells how it ended; the exit code."""
        view = self._view(run)
        if self.is_quiet:
            emit_json({"run": run, "view": view, "dry_run": self.was_dry_run})
        elif self.was_dry_run:
            say(self._words("dry_run"))
        else:
            self._tell_end(view)
        return 0 if self.was_dry_run else _EXIT.get(run.state, _REFUSED)

    def _tell_end(self, view: RunView) -> None:
        say(view.headline)
        for line in (view.body, view.prevention if view.state is RunState.FIXED else view.workaround):
            if line:
                say(line)
        if view.may_undo and view.undo_until:
            date = view.undo_until.astimezone().strftime("%Y-%m-%d %H:%M")
            say(self._words("undo_hint", date=date, run=view.run_id))

    def _view(self, run: Run) -> RunView:
        return self.house.fixes.view(run.id, self.house.language)

    def _consented(self, run: Run) -> Run:
        view = self._view(run)
        if view.consent:
            self._show(view.headline)
            self._show_lines(view.consent)
        if self.is_dry:
            self.was_dry_run = True
            return self.house.fixes.stop(run.id)
        said = self.says_yes or self._read(self._words("ask_yes")).lower() in _YES
        return self.house.fixes.advance(run.id, consent=said, progress=self._progress)

    def _show_lines(self, consent: ConsentView) -> None:
        lines = {
            "changes": consent.changes,
            "keeps": consent.keeps,
            "permission": consent.permission,
            "undo": consent.undo,
        }
        for name, text in lines.items():
            self._show("  " + self._words(f"label_{name}", line=text))

    def _answer(self, view: RunView) -> str:
        """The id of the chosen answer; nothing when nobody answers."""
        step = view.steps[view.position - 1].id
        known = [choice.id for choice in view.choices]
        if step in self.answers:
            if self.answers[step] not in known:
                raise _NotAnAnswer(self._words("not_an_answer", answer=self.answers[step], known=", ".join(known)))
            return self.answers[step]
        self._show(view.headline)
        for number, choice in enumerate(view.choices, start=1):
            self._show(f"  {number}. {choice.label}")
        said = self._read(self._words("ask_number", count=len(known)))
        return known[int(said) - 1] if said.isdigit() and 0 < int(said) <= len(known) else ""

    def _read(self, question: str) -> str:
        """One line from the terminal, asked on standard error so that a document stays alone on standard output."""
        sys.stderr.write(question)
        sys.stderr.flush()
        line = sys.stdin.readline()
        return line.strip()

    def _progress(self, sentence: str, _: float) -> None:
        if sentence:
            self._show(f"  {sentence}")

    def _show(self, line: str) -> None:
        (warn if self.is_quiet else say)(line)

    def _words(self, key: str, **facts: object) -> str:
        return resources.sentence("fixes", key, self.house.language, **facts)
