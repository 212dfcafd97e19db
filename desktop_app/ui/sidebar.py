"""The side bar: the organisation, the pages, the person card; when narrow, a rail of icons with words below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import icons, texts, theme
from desktop_app.ui.person_card import CallButton, PersonCard
from desktop_app.ui.situation import Known
from desktop_app.ui.widgets.buttons import LaidOut
from desktop_app.ui.widgets.checked import on_use, show_state
from desktop_app.ui.widgets.labels import Picture, Text

if TYPE_CHECKING:
    from desktop_app.ui.pages import Navigate

WIDE, RAIL = 216, 92


class NavButton(LaidOut):
    """A way to a page: an icon beside its word, or above it in the rail; a number of unread answers."""

    def __init__(self, words: str, icon: str, *, is_rail: bool, parent: QWidget | None = None) -> None:
        super().__init__("nav", words, parent)
        self.least = 58 if is_rail else 38
        self._is_rail = is_rail
        self._words = words
        self.setCheckable(True)
        self._icon_name = icon
        self._icon = Picture(icon, "text_2", 20, self)
        self._label = Text(words, "mini" if is_rail else "line", "text_2", self)
        self._badge = Text("", "badge", parent=self)
        self._badge.setWordWrap(False)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.hide()
        self._arrange()
        self.give_mouse_up()
        self.toggled.connect(self._mark)
        self._mark(False)

    def _arrange(self) -> None:
        if not self._is_rail:
            row = QHBoxLayout(self)
            row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
            row.setSpacing(theme.px(10))
            row.addWidget(self._icon)
            row.addWidget(self._label, 1)
            row.addWidget(self._badge)
            return
        column = QVBoxLayout(self)
        column.setContentsMargins(2, theme.px(6), 2, theme.px(4))
        column.setSpacing(theme.px(2))
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._label)

    def _mark(self, is_here: bool) -> None:
        font = self._label.font()
        font.setWeight(font.Weight.DemiBold if is_here else font.Weight.Medium)
        self._label.setFont(font)
        self._label.set_tone("text" if is_here else "text_2")
        self._icon.set_picture(self._icon_name, "accent_text" if is_here else "text_2")
        self.updateGeometry()

    def set_count(self, count: int) -> None:
        """How many answers are unread; also said by the name."""
        self._badge.set_words(str(count))
        self._badge.ensurePolished()
        wide = self._badge.fontMetrics().horizontalAdvance(str(count)) + theme.px(12)
        self._badge.setFixedSize(max(theme.px(20), wide), theme.px(20))
        self._badge.setVisible(count > 0)
        name = self.tr("{page}, {count} unread").format(page=self._words, count=count) if count else self._words
        self.setAccessibleName(name)
        self._place_badge()

    def _place_badge(self) -> None:
        if self._is_rail:
            self._badge.move(self.width() // 2 + theme.px(6), theme.px(2))
            self._badge.raise_()

    def resizeEvent(self, event: object) -> None:
        """The badge stays at the icon."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_badge()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark of the page one is on."""
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            margin = theme.px(9) if not self._is_rail else theme.px(10)
            painter.drawRoundedRect(0, margin, 3, self.height() - 2 * margin, 1.5, 1.5)
            painter.end()


class Sidebar(QFrame):
    """Built as a bar or as a rail; `show_known` and `mark` keep it up to date."""

    def __init__(self, navigate: "Navigate", *, is_rail: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Navigation"))
        self._navigate, self._is_rail = navigate, is_rail
        self.buttons: dict[str, NavButton] = {}
        self._column = QVBoxLayout(self)
        side = 8 if is_rail else 12
        self._column.setContentsMargins(side, theme.px(12 if is_rail else 16), side, theme.px(12))
        self._column.setSpacing(theme.px(2))
        self._add_organisation()
        self._add_pages()
        self.help: PersonCard | CallButton = CallButton(navigate, self) if is_rail else PersonCard(navigate, self)
        self._column.addWidget(self.help)
        if not is_rail:
            self._column.addSpacing(theme.px(8))
            self._column.addWidget(self._nav("journal", self.tr("Privacy"), "shield-check"))
            self._column.addWidget(self._nav("settings", self.tr("Settings"), "gear-six"))
        self.setFixedWidth(self._right_width())

    def _right_width(self) -> int:
        """As designed; wider when the longest word is, at large text."""
        inside = [each.minimumSizeHint().width() for each in (*self.buttons.values(), self.help)]
        room = 16 + (14 if self._is_rail and theme.scale() > 1 else 0)  # margins, and the scroll bar of a low window
        return max(RAIL if self._is_rail else theme.px(WIDE), max(inside) + room + 1)

    def _add_organisation(self) -> None:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.px(8), theme.px(2), theme.px(8), theme.px(12 if self._is_rail else 16))
        row.setSpacing(theme.px(10))
        row.addWidget(
            Picture("logo", "", 32, box),
            0,
            Qt.AlignmentFlag.AlignCenter if self._is_rail else Qt.AlignmentFlag.AlignTop,
        )
        self._desk_name = Text(self.tr("IT support"), "strong", parent=box)
        self._organisation = Text("", "cap", parent=box)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._desk_name)
        names.addWidget(self._organisation)
        if self._is_rail:
            self._desk_name.hide()
            self._organisation.hide()
            box.setVisible(theme.scale() < 1.5)
        else:
            row.addLayout(names, 1)
        self._column.addWidget(box)

    def _add_pages(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setObjectName("pages")
        inside = QWidget()
        inside.setObjectName("pages")
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self._nav("home", self.tr("Home"), "house"))
        column.addWidget(self._nav("requests", self.tr("My requests"), "chat-circle-text"))
        column.addWidget(self._nav("my_computer", self.tr("My computer"), "desktop"))
        if self._is_rail:
            column.addWidget(self._more())
        column.addStretch(1)
        area.setWidget(inside)
        self._column.addWidget(area, 1)

    def _nav(self, page: str, words: str, icon: str) -> NavButton:
        made = NavButton(words, icon, is_rail=self._is_rail, parent=self)
        on_use(made, lambda _: self._go(page))
        self.buttons[page] = made
        return made

    def _go(self, page: str) -> None:
        show_state(self.buttons[page], is_on=True)
        self._navigate(page)

    def _more(self) -> NavButton:
        more = NavButton(self.tr("More"), "dots-three", is_rail=True, parent=self)
        menu = QMenu(more)
        for page, words, icon in (
            ("journal", self.tr("Privacy"), "shield-check"),
            ("settings", self.tr("Settings"), "gear-six"),
        ):
            action = QAction(icons.icon(icon, "text", theme.px(18)), words, menu)
            action.triggered.connect(lambda _checked=False, page=page: self._navigate(page))
            menu.addAction(action)
        on_use(more, lambda _: self._pop_up(more, menu))
        self.buttons["more"] = more
        return more

    @staticmethod
    def _pop_up(more: NavButton, menu: QMenu) -> None:
        show_state(more, is_on=not more.isChecked())  # pressing it only opens the menu
        menu.popup(more.mapToGlobal(more.rect().topRight()))

    def mark(self, page: str) -> None:
        """Show where one is."""
        if self._is_rail and page in {"journal", "settings"}:
            page = "more"
        for name, each in self.buttons.items():
            show_state(each, is_on=name == page)

    def show_known(self, known: Known) -> None:
        """The organisation's names, unread answers, the person card."""
        organisation = known.desk.organisation if known.desk is not None else None
        if organisation is not None:
            self._desk_name.set_words(texts.of(organisation.desk_name) or self.tr("IT support"))
            self._organisation.set_words(organisation.name)
        self.buttons["requests"].set_count(known.unread)
        self.help.show_known(known)
