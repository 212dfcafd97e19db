"""A guided fix as forms: the fix itself, and each of its steps with what it may do and where each answer leads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.action import ActionShape
from desktop_app.domain.fix import StepKind
from desktop_app.domain.words import LANGUAGES
from desktop_app.helpdesk import fix_known
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.fix_fields import Field, Group, Options, Reader
from desktop_app.helpdesk.console.fix_sheet import shown
from desktop_app.helpdesk.fix_filling import NAMELESS
from desktop_app.knowledge.fix_file import SYSTEMS
from desktop_app.knowledge.lint import OF_THE_ENGINE
from desktop_app.knowledge.nodes import Node

_ICONS = (
    *("wrench", "printer", "globe", "wifi-high", "link", "hard-drive", "gauge"),
    *("desktop", "monitor", "keyboard", "mouse-simple", "speaker-high", "headset", "microphone"),
    *("video-camera", "camera", "phone", "app-window", "envelope-simple", "calendar-blank", "file-text"),
    *("users", "key", "lock-simple", "shield-check", "arrows-clockwise", "package", "power"),
    "clock",
)
"""What a fix of an organisation is mostly about, each with its word in `words/console_icons.toml`."""
_NAMES = {"linux": "Linux", "macos": "macOS", "windows": "Windows"}


def about(root: Node | None, *, is_new: bool) -> list[Group]:
    """The fix itself."""
    read = Reader(root, ())
    return [
        Group((read.words("fix_form_title", "title"),)),
        Group((read.words("fix_form_summary", "summary", hint="fix_form_summary_hint"),)),
        Group((read.words("fix_form_symptoms", "symptoms", kind="lines", hint="fix_form_symptoms_hint"),)),
        Group((*([_name(read)] if is_new else []), *_short(read))),
        Group((_icon(read),)),
        Group((read.words("fix_form_success", "success"),)),
        Group((read.words("fix_form_workaround", "workaround"),)),
        Group((read.words("fix_form_prevention", "prevention"),)),
    ]


def _name(read: Reader) -> Field:
    name, hint = read.raw("id"), words.say("fix_form_id_hint")
    label = words.say("fix_form_id")
    return Field("line", read.name("id"), label, value="" if name == NAMELESS else name, hint=hint)


def _short(read: Reader) -> tuple[Field, ...]:
    options = tuple((one, _NAMES[one]) for one in SYSTEMS)
    ticked = " ".join(read.raws("systems"))
    return (
        Field("ticks", read.name("systems"), words.say("fix_form_systems"), value=ticked, groups=(("", options),)),
        Field("number", read.name("minutes"), words.say("fix_form_minutes"), value=read.raw("minutes")),
    )


def _icon(read: Reader) -> Field:
    """Those that fit most fixes; another one that the file has is left to it."""
    options = tuple((one, words.say(f"fix_icon_{one.replace('-', '_')}")) for one in _ICONS)
    label = words.say("fix_form_icon")
    return Field("icons", read.name("icon"), label, value=read.raw("icon"), groups=(("", options),))


def step(root: Node | None, number: int, known: Mapping[str, ActionShape]) -> list[Group]:
    """Step `number`, counted from 0; `known` is what it may do."""
    return list(_Step(root, number, known).groups())


@dataclass(frozen=True)
class _Step:
    root: Node | None
    number: int
    known: Mapping[str, ActionShape]

    @property
    def read(self) -> Reader:
        return Reader(self.root, ("steps", self.number))

    @property
    def kind(self) -> str:
        return self.read.raw("kind")

    def groups(self) -> Iterator[Group]:
        kinds = tuple((one.value, words.say(f"fix_kind_{one}")) for one in StepKind)
        kind = self.read.pick(words.say("fix_form_kind"), (("", kinds),), "kind")
        does = () if self.kind == StepKind.QUESTION else (self._action(), *self._options())
        yield Group((replace(kind, redraws=True), *does))
        yield Group((self.read.words("fix_form_title", "title"),))
        if self.kind == StepKind.QUESTION:
            yield from self._question()
        if self.kind == StepKind.REPAIR:
            yield from self._consent()
        for outcome in self._outcomes():
            yield self._outcome(outcome)

    def _action(self) -> Field:
        fitting = sorted(name for name, shape in self.known.items() if self._fits(shape))
        topics = dict.fromkeys(name.partition(".")[0] for name in fitting)
        none: tuple[str, Options] = ("", (("", words.say("fix_form_to_choose")),))
        groups = (none, *((topic, self._under(topic, fitting)) for topic in topics))
        hint = words.say("fix_form_action_hint")
        return replace(self.read.pick(words.say("fix_form_action"), groups, "action"), redraws=True, hint=hint)

    def _under(self, topic: str, names: list[str]) -> Options:
        return tuple((name, self._named(name)) for name in names if name.partition(".")[0] == topic)

    def _fits(self, shape: ActionShape) -> bool:
        wanted = set(Reader(self.root, ()).raws("systems"))
        if shape.kind != ("repair" if self.kind == StepKind.REPAIR else "check") or wanted - shape.systems:
            return False
        return self.kind != StepKind.VERIFY or shape.name in self._checked()

    def _checked(self) -> set[str]:
        """What was measured before: a proof measures it again."""
        return {one.raw("action") for _, one in self._before(StepKind.CHECK)}

    def _before(self, kind: StepKind) -> Iterator[tuple[int, Reader]]:
        steps = ((number, Reader(self.root, ("steps", number))) for number in range(self.number))
        return ((number, one) for number, one in steps if one.raw("kind") == kind)

    def _named(self, action: str) -> str:
        example = fix_known.example(action, self.kind)
        return f"{shown(words.of_text(example.title), words.language())} ({action})" if example else action

    def _options(self) -> Iterator[Field]:
        shape = self.known.get(self.read.raw("action"))
        return (self._option(name, kind) for name, kind in sorted(shape.options.items())) if shape else iter(())

    def _option(self, name: str, kind: type) -> Field:
        label = words.say("fix_form_option", name=name)
        if kind is bool:
            options = (("", "…"), ("true", words.say("fix_form_yes")), ("false", words.say("fix_form_no")))
            return self.read.pick(label, (("", options),), "options", name)
        value, hint = self.read.raw("options", name), words.say("fix_form_option_hint")
        return Field("line", self.read.name("options", name), label, value=value, groups=self._answers(), hint=hint)

    def _answers(self) -> tuple[tuple[str, Options], ...]:
        """The questions before it, whose answer an option may take."""
        asked = self._before(StepKind.QUESTION)
        said = ((f"${one.raw('id')}", words.say("fix_form_answer_to", number=number + 1)) for number, one in asked)
        return (("", tuple(said)),)

    def _question(self) -> Iterator[Group]:
        yield Group((self.read.words("fix_form_question", "question"),))
        if "each" in self.read.names():
            yield Group((self.read.words("fix_form_each", "each"),))
        for one in range(self.read.count("choices")):
            label = self.read.words("fix_form_choice_label", "choices", one, "label")
            way = self._way("fix_way_next", "choices", one, "goes_to")
            yield Group((label, way), words.say("fix_form_choice", number=one + 1), f"unchoice.{self.number}.{one}")

    def _consent(self) -> Iterator[Group]:
        for name in ("changes", "keeps", "permission"):
            yield Group((self.read.words(f"fix_line_{name}", name),))
        yield Group(tuple(self._way_back()))
        yield Group((self.read.words("fix_form_button", "button"),))

    def _way_back(self) -> Iterator[Field]:
        is_final, name, label = self.read.raw("undo") == "none", self.read.name("undo"), words.say("fix_form_undo")
        options = (("words", words.say("fix_form_undo_words")), ("none", words.say("fix_line_final")))
        chosen = "none" if is_final else "words"
        yield Field("pick", name, label, value=chosen, groups=(("", options),), redraws=True)
        if not is_final:
            yield self.read.words("fix_line_undo", "undo")
            days = words.say("fix_form_undo_days")
            yield Field("number", self.read.name("undo_days"), days, value=self.read.raw("undo_days"))

    def _outcomes(self) -> list[str]:
        """What may come out: what the action says, what the file says already, and that it could not be done."""
        shape = self.known.get(self.read.raw("action"))
        told = (*self.read.names("outcomes"), *self.read.names("goes_to"))
        if shape is None or self.kind == StepKind.QUESTION:
            return list(dict.fromkeys(told))
        own = ("failed", "refused") if self.kind == StepKind.REPAIR else ("failed",)
        return list(dict.fromkeys((*sorted(shape.outcomes), *told, *own)))

    def _outcome(self, outcome: str) -> Group:
        is_ours = outcome in OF_THE_ENGINE
        label = words.say(f"fix_form_{outcome}") if is_ours else words.say("fix_form_outcome", outcome=outcome)
        way = self._way(self._usual(outcome), "goes_to", outcome)
        if is_ours and outcome not in self.read.names("outcomes"):
            return Group((way,), label)
        return Group((self.read.words("fix_form_said", "outcomes", outcome), way), label)

    def _usual(self, outcome: str) -> str:
        """The words for where it leads when the file does not say."""
        if outcome in OF_THE_ENGINE:
            return {"failed": "fix_way_person", "refused": "fix_way_stop"}[outcome]
        return "fix_form_to_choose" if self.kind == StepKind.VERIFY else "fix_way_next"

    def _way(self, usual: str, *way: str | int) -> Field:
        ends = (("end", words.say("fix_way_end")), ("person", words.say("fix_way_person")))
        options = (("", words.say(usual)), *self._others(), *ends)
        return self.read.pick(words.say("fix_form_way"), (("", options),), *way)

    def _others(self) -> Iterator[tuple[str, str]]:
        for number in range(Reader(self.root, ()).count("steps")):
            read = Reader(self.root, ("steps", number))
            title = words.of_text({one: read.raw("title", one) for one in LANGUAGES})
            if number != self.number and (name := read.raw("id")):
                yield name, words.say("fix_way_step", number=number + 1, title=title)
