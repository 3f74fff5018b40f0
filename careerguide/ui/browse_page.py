"""Browsing all careers: filters that combine, what is chosen as chips, and a table of what fits."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from careerguide.domain.browse import Choices, Filters, Order, browse
from careerguide.domain.errors import GuideError
from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.language import number
from careerguide.domain.outlook import Category
from careerguide.domain.wages import Unit, money
from careerguide.ui.background import Latest
from careerguide.ui.facts_model import FIT_COLUMN, FactsModel, cells
from careerguide.ui.panels.outlook import category_word
from careerguide.ui.pieces.chip import Chip
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.combo import Combo, SearchCombo
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.menu_filter import MenuFilter
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.start_page import Door
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY, CAPTION

_PAY_STEPS = (30_000, 40_000, 50_000, 60_000, 75_000, 100_000, 150_000)
_COLUMN_ORDERS = (Order.TITLE, Order.PAY, Order.GROWTH, Order.OPENINGS, Order.PEOPLE)
Ask = Callable[[str], frozenset[str]]


class BrowsePage(QWidget):
    """Filters, chips and the table. `occupation_chosen` gives the code of a row the person opens."""

    occupation_chosen = Signal(str)
    failed = Signal(GuideError)

    def __init__(self, theme: Theme, choices: Choices, strong_in: Ask, users_of: Ask) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._choices = theme, choices
        self._strong_in, self._users_of = strong_in, users_of
        self._order = Order.TITLE
        self._asked: dict[str, frozenset[str]] = {}
        self._asking: dict[str, Latest[tuple[str, frozenset[str]]]] = {
            kind: Latest(self, self._answered, self.failed.emit) for kind in ("element", "software")
        }
        self._make_filters()
        self.model = FactsModel()
        self.table = QTableView()
        self._places: Mapping[str, int] = {}
        self._hide_fit = True
        self._set_up_table()
        self.count = label("", "caption")
        self._lay_out()
        theme.changed.connect(self._fit_rows)
        self._fit_rows()
        self._render()

    def _make_filters(self) -> None:
        choices = self._choices
        self.group = MenuFilter(self.tr("Career group"))
        self.group.offer([(code, name) for code, name, _ in choices.groups], {code: line for code, _, line in choices.groups})
        self.interests = MenuFilter(self.tr("Interests"), most=3)
        self.interests.offer([(name[0], type_name(name)) for name in TYPES])
        self.zones = MenuFilter(self.tr("Preparation"))
        self.zones.offer([(zone, self.tr("Job zone {0}: {1}").format(zone, name)) for zone, name in choices.job_zones])
        self.outlook = MenuFilter(self.tr("Outlook"))
        self.outlook.offer([(category, category_word(category)) for category in Category])
        self._menus: dict[str, MenuFilter] = {
            "groups": self.group,
            "interests": self.interests,
            "job_zones": self.zones,
            "outlooks": self.outlook,
        }
        for name, menu in self._menus.items():
            menu.changed.connect(self._render)
            menu.count = lambda value, name=name: self._count_with(name, value)
        self.pay = Combo()
        self.pay.addItem(self.tr("Any pay"), None)
        for dollars in _PAY_STEPS:
            self.pay.addItem(self.tr("At least {0} a year").format(money(dollars, Unit.YEAR)), dollars)
        self.pay.setAccessibleName(self.tr("Median pay"))
        self.pay.currentIndexChanged.connect(self._render)
        self.element = self._searchable(self.tr("Strong in …"), self._told_apart())
        self.element.activated.connect(lambda: self._ask("element", self.element, self._strong_in))
        self.software = self._searchable(self.tr("Uses software …"), [(name, name) for name in choices.software])
        self.software.activated.connect(lambda: self._ask("software", self.software, self._users_of))
        self.no_degree = QCheckBox(self.tr("Without a degree"))
        self.no_degree.setToolTip(self.tr("Careers that people usually enter without a bachelor's or higher degree, by BLS"))
        self.no_degree.toggled.connect(self._render)

    def _told_apart(self) -> list[tuple[str, str]]:
        """Names of knowledge and skills with their IDs; a name that both have says which it is."""
        often = Counter(name for _, name, _ in self._choices.elements)
        knowledge, skill = self.tr("{0} (knowledge)"), self.tr("{0} (skill)")
        return [
            ((knowledge if element_id.startswith("2.C.") else skill).format(name) if often[name] > 1 else name, element_id)
            for element_id, name, _ in self._choices.elements
        ]

    @staticmethod
    def _searchable(name: str, items: list[tuple[str, str]]) -> SearchCombo:
        box = SearchCombo(name, letters=12)
        for words, value in items:
            box.addItem(words, value)
        box.setCurrentIndex(-1)
        box.list_what_matches()
        if (field := box.lineEdit()) is not None:
            field.setPlaceholderText(name)
        return box

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Careers that fit"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.sectionClicked.connect(self._header_clicked)
        table.activated.connect(self._open)
        table.clicked.connect(self._open)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Browse careers"), "title"))
        filters = (self.group, self.interests, self.zones, self.outlook, self.pay, self.element, self.software, self.no_degree)
        self._filters = Columns(filters, self._theme.px(180))
        column.addLayout(self._filters)
        self._chips = Columns([], 60)
        column.addLayout(self._chips)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        self.sort = Combo()
        self.sort.setAccessibleName(self.tr("Sort by"))
        for order, words in (
            (Order.TITLE, self.tr("A to Z")),
            (Order.PAY, self.tr("Best paid first")),
            (Order.GROWTH, self.tr("Fastest growing first")),
            (Order.OPENINGS, self.tr("Most openings first")),
            (Order.PEOPLE, self.tr("Most people first")),
            (Order.MATCH, self.tr("Best match first")),
        ):
            self.sort.addItem(words, order)
        self.sort.currentIndexChanged.connect(lambda: self.show_order(Order(self.sort.currentData())))
        row.addWidget(self.sort)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))

    def _fit_rows(self) -> None:
        px = self._theme.px
        self.table.verticalHeader().setDefaultSectionSize(px(34))
        self.table.horizontalHeader().setFixedHeight(px(36))
        self.table.setMinimumHeight(px(36) + 7 * px(34))
        self._filters.set_narrowest(px(180))
        self._widen_columns()
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _widen_columns(self) -> None:
        """Make columns as wide as the widest figure of all careers: measured once, and they stay where they are."""
        body, caption, margin = self._theme.metrics(BODY), self._theme.metrics(CAPTION), self._theme.px(16)
        for column, words in enumerate(zip(*map(cells, self._choices.facts), strict=True)):
            heading = self.model.headerData(column, Qt.Orientation.Horizontal)
            widest = max(caption.horizontalAdvance(str(heading)), *map(body.horizontalAdvance, set(words)))
            if column > 0:
                least = self.table.horizontalHeader().sectionSizeHint(column)
                self.table.setColumnWidth(column, max(widest + margin, least))
        self.table.setColumnWidth(FIT_COLUMN, body.horizontalAdvance(self.tr("great")) + 2 * margin)

    def _fit_columns(self) -> None:
        """Where the table is narrow, the columns one needs least make room for the titles."""
        width = self.width() / self._theme.px(100)
        self.table.setColumnHidden(FIT_COLUMN, self._hide_fit or width < 6.8)
        for column, needs in ((3, 7.5), (4, 8.2), (5, 5.6), (6, 6.2)):
            self.table.setColumnHidden(column, width < needs)

    def filters(self) -> Filters:
        """What is chosen now."""
        return Filters(
            groups=frozenset(map(str, self.group.chosen)),
            interests=frozenset(map(str, self.interests.chosen)),
            job_zones=frozenset(zone for zone in self.zones.chosen if isinstance(zone, int)),
            outlooks=frozenset(outlook for outlook in self.outlook.chosen if isinstance(outlook, Category)),
            median_at_least_usd=self.pay.currentData(),
            without_degree=self.no_degree.isChecked(),
            codes=tuple(self._asked.values()),
        )

    def _count_with(self, name: str, value: Hashable) -> int:
        """How many careers a choice of one menu would leave, the other filters as they are; interests add to each other."""
        chosen = frozenset({value} | self._menus[name].chosen) if name == "interests" else frozenset({value})
        return len(browse(self._choices.facts, replace(self.filters(), **{name: chosen}), Order.TITLE))  # type: ignore[arg-type]

    def clear(self) -> None:
        """Take all filters back."""
        for menu in self._menus.values():
            menu.chosen.clear()
        self._asked.clear()
        for asking in self._asking.values():
            asking.drop()
        self.element.setCurrentIndex(-1)
        self.software.setCurrentIndex(-1)
        self.no_degree.setChecked(False)
        self.pay.setCurrentIndex(0)
        self._render()

    def show_order(self, order: Order) -> None:
        """Sort by an order."""
        self._order = order
        self.sort.setCurrentIndex(self.sort.findData(order))
        self._render()

    def show_fits(self, words: Mapping[str, str], places: Mapping[str, int]) -> None:
        """Tell how occupations fit the person's interests, a word by code, and the order by it; empty for nothing."""
        self._places = places
        self.model.show_fits(words)
        self._hide_fit = not words
        here = self.sort.findData(Order.FIT)
        if places and here < 0:
            self.sort.addItem(self.tr("Best fit for you first"), Order.FIT)
        elif not places and here >= 0:
            if self._order is Order.FIT:
                self.show_order(Order.TITLE)
            self.sort.removeItem(here)
        self._fit_columns()
        self._render()

    def go_through(self, door: str) -> None:
        """Choose what a door of the start page stands for; the plain door leaves everything as it is."""
        if door == Door.BROWSE:
            return
        self.clear()
        if door == Door.GROWING:
            self.show_order(Order.GROWTH)
        elif door == Door.NO_DEGREE:
            self.no_degree.setChecked(True)
            self.show_order(Order.PAY)
        elif door == Door.INTEREST:
            self.interests.setFocus()

    def _header_clicked(self, column: int) -> None:
        if column < len(_COLUMN_ORDERS):
            self.show_order(_COLUMN_ORDERS[column])

    def _ask(self, kind: str, box: SearchCombo, ask: Ask) -> None:
        value = str(box.currentData())
        self._asking[kind].run(lambda: (kind, ask(value)))

    def _answered(self, answer: tuple[str, frozenset[str]]) -> None:
        kind, codes = answer
        self._asked[kind] = codes
        self._render()

    def _forget(self, kind: str, box: SearchCombo) -> None:
        self._asking[kind].drop()
        self._asked.pop(kind, None)
        box.setCurrentIndex(-1)
        self._render()

    def _render(self) -> None:
        rows = browse(self._choices.facts, self.filters(), self._order, self._places)
        self.model.show_rows(rows)
        if rows:
            self.count.setText(self.tr("1 career") if len(rows) == 1 else self.tr("{0} careers").format(number(len(rows))))
        else:
            self.count.setText(self.tr("No career fits all of this. Take a choice back."))
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.count.text()))
        self._show_chips()

    def _show_chips(self) -> None:
        """Every choice with a button that takes it back; pressing one leaves the focus at the next."""
        items = [self._chips.takeAt(0) for _ in range(self._chips.count())]
        old = [chip for item in items if item is not None and (chip := item.widget()) is not None]
        focused = next((place for place, chip in enumerate(old) if chip.hasFocus()), -1)
        for chip in old:
            chip.hide()
            chip.deleteLater()
        chips: list[tuple[str, Callable[[], object]]] = [
            (menu.words(value), lambda menu=menu, value=value: menu.choose(value, on=False))  # type: ignore[misc]
            for menu in self._menus.values()
            for value in sorted(menu.chosen, key=str)
        ]
        if self.pay.currentIndex() > 0:
            chips.append((self.pay.currentText(), lambda: self.pay.setCurrentIndex(0)))
        if self.no_degree.isChecked():
            chips.append((self.no_degree.text(), lambda: self.no_degree.setChecked(False)))
        for kind, box in (("element", self.element), ("software", self.software)):
            if kind in self._asked:
                chips.append((box.itemText(box.currentIndex()), lambda kind=kind, box=box: self._forget(kind, box)))  # type: ignore[misc]
        if len(chips) > 1:
            chips.append((self.tr("Everything"), self.clear))
        before: QWidget = self.no_degree
        made: list[QWidget] = []
        for words, undo in chips:
            new = Chip(words, self.tr("Take back: {0}").format(words))
            new.clicked.connect(lambda _=False, undo=undo: undo())
            self._chips.addWidget(new)
            made.append(new)
            self.setTabOrder(before, new)
            before = new
        if focused >= 0:
            following = made[min(focused, len(made) - 1)] if made else self.no_degree
            following.show()  # what is still hidden cannot have the focus
            following.setFocus()

    def _open(self, index: QModelIndex) -> None:
        self.occupation_chosen.emit(self.model.rows[index.row()].code)
