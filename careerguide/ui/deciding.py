"""What a person does with careers to decide: save, compare, print, take along. It joins the desk, the pages and the dialogs."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import GuideError
from careerguide.ui.desk import Desk
from careerguide.ui.menus import CareerCommands
from careerguide.ui.my_interests import MyInterests
from careerguide.ui.pages import Pages
from careerguide.ui.pieces.toast import Toast
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.notebook.backups import Backup
    from careerguide.domain.letterhead import Letterhead
    from careerguide.domain.notebook import InterestResult, SavedList, SessionRecord
    from careerguide.domain.take_home import TakeHome
    from careerguide.reports.document import Document
    from careerguide.reports.options import Part, ReportOptions
    from careerguide.ui.assessment.assessment_page import AssessmentPage
    from careerguide.ui.compare_page import ComparePage
    from careerguide.ui.saved.saved_page import SavedPage
    from careerguide.ui.skills.skills_page import SkillsPage


class Deciding(QObject):
    """Wires what is asked on the pages to the desk and to dialogs over the window.

    `compared_changed` gives the codes that are put side by side, `compared_shown` the same when they are changed on the page that
    shows them; `comparison_wanted` asks for that page.
    """

    compared_changed = Signal(object)
    compared_shown = Signal(object)
    comparison_wanted = Signal()
    failed = Signal(GuideError)

    def __init__(self, theme: Theme, desk: Desk, pages: Pages, settings: Settings) -> None:
        super().__init__(pages)
        self._theme, self._desk, self._pages, self._settings = theme, desk, pages, settings
        self.compared: tuple[str, ...] = ()
        self.interests = MyInterests(desk)
        self.interests.changed.connect(self._show_fits)
        self.toast = Toast(pages)
        pages.currentChanged.connect(self.toast.raise_)
        pages.page_actions.compare_toggled.connect(self.toggle_compared)
        pages.page_actions.report_wanted.connect(self.report_occupation)
        pages.page_actions.phone_wanted.connect(self.show_phone)
        pages.saved_made.connect(self._connect_saved)
        pages.compare_made.connect(self._connect_compare)
        pages.assessment_made.connect(self._connect_assessment)
        pages.skills_made.connect(self._connect_skills)
        pages.browse_made.connect(self._show_fits)
        pages.page_shown.connect(self._show_fit)
        desk.said.connect(self._say_done)
        desk.changes.undo.indexChanged.connect(self.toast.hide)  # its Undo would take back something else
        desk.session_changed.connect(self.toast.hide)

    def _connect_saved(self, page: "SavedPage") -> None:
        page.failed.connect(self.failed)
        page.compare_wanted.connect(self.compare)
        page.report_wanted.connect(self.report_list)
        page.take_home_wanted.connect(self.show_take_home)
        page.read_code_wanted.connect(self.read_take_home)

    def _connect_compare(self, page: "ComparePage") -> None:
        page.failed.connect(self.failed)
        page.codes_changed.connect(self._changed_on_page)
        page.report_wanted.connect(self.report_comparison)
        page.show_fits(self.interests.short_words)

    def _connect_assessment(self, page: "AssessmentPage") -> None:
        page.failed.connect(self.failed)
        page.result_changed.connect(self.interests.refresh)
        page.compare_wanted.connect(self.compare)
        page.save_wanted.connect(lambda code: self._desk.changes.save(OnetSocCode(code), None, self.tr("My careers")))

    def _results_changed(self) -> None:
        """A result came in by a code."""
        self.interests.refresh()
        if self._pages.assessment is not None:
            self._pages.assessment.refresh()

    def _connect_skills(self, page: "SkillsPage") -> None:
        page.failed.connect(self.failed)
        page.compare_wanted.connect(self.compare)

    def _show_fits(self) -> None:
        """Tell all pages how occupations fit the newest interest result."""
        self._show_fit()
        if self._pages.browse is not None:
            self._pages.browse.show_fits(self.interests.short_words, self.interests.places)
        if self._pages.compare is not None:
            self._pages.compare.show_fits(self.interests.short_words)

    def _show_fit(self) -> None:
        view, result = self._pages.view, self.interests.result
        if view is not None and view.code is not None:
            words = self.interests.words.get(view.code, "")
            view.show_fit(words, result.scores if result is not None else None)

    def _say_done(self, words: str) -> None:
        self.toast.say(words, self.tr("Undo"), self._desk.changes.undo.undo)

    def commands(self) -> CareerCommands:
        """What the menus call."""
        actions = self._pages.page_actions
        return CareerCommands(
            save=actions.save.toggle,
            compare=actions.compare.click,
            report=self.report,
            phone=actions.phone.click,
            read_code=self.read_take_home,
            letterhead=self.set_letterhead,
            backups=self.choose_backup,
        )

    # Comparing

    def toggle_compared(self, code: str) -> None:
        """Put an occupation beside the others, or take it away."""
        if code in self.compared:
            self.take_compared(tuple(one for one in self.compared if one != code))
            self.toast.say(self.tr("Taken out of the comparison."))
            return
        from careerguide.domain.compare import MOST

        if len(self.compared) == MOST:
            self.toast.say(
                self.tr("Four careers are compared already. Take one out first."),
                self.tr("Compare now"),
                self.comparison_wanted.emit,
            )
            return
        self.take_compared((*self.compared, code))
        if len(self.compared) == 1:
            self.toast.say(self.tr("Ready to compare. Add another career."))
        else:
            words = self.tr("{0} careers are ready to compare.").format(len(self.compared))
            self.toast.say(words, self.tr("Compare now"), self.comparison_wanted.emit)

    def compare(self, codes: Sequence[str]) -> None:
        """Show these occupations side by side."""
        self.take_compared(tuple(codes))
        self.comparison_wanted.emit()

    def take_compared(self, codes: Sequence[str]) -> None:
        """Put these occupations side by side, without showing them yet."""
        self.compared = tuple(codes)
        self._pages.page_actions.show_compared(self.compared)
        self.compared_changed.emit(self.compared)

    def _changed_on_page(self, codes: Sequence[str]) -> None:
        if tuple(codes) != self.compared:
            self.take_compared(codes)
            self.compared_shown.emit(self.compared)

    def forget_compared(self) -> None:
        """Compare nothing any more."""
        self.take_compared(())

    # Reports

    def report(self) -> None:
        """Preview the report of what is shown: an occupation, the comparison, or the saved list."""
        pages = self._pages
        shown = pages.currentWidget()
        if pages.saved is not None and shown is pages.saved:
            if pages.saved.current is not None and pages.saved.current.careers:
                pages.flush()
                self.report_list(pages.saved.current)
        elif pages.compare is not None and shown is pages.compare:
            if len(self.compared) > 1:
                self.report_comparison(self.compared)
        elif pages.view is not None and shown is pages.view:
            pages.page_actions.report.click()

    def report_occupation(self, code: str) -> None:
        """Preview the report of an occupation."""
        from careerguide.reports.occupation_report import occupation_report
        from careerguide.reports.options import OCCUPATION_PARTS

        def make(options: "ReportOptions") -> "Document":
            (page,) = self._pages.pages_of((code,))
            return occupation_report(page, options.parts, self._for(options), date.today(), self._fits(options))

        self._preview(make, (*OCCUPATION_PARTS, *self._fit_part()), self._pages.titles().get(code, code))

    def report_comparison(self, codes: Sequence[str]) -> None:
        """Preview the report of a comparison."""
        from careerguide.reports.comparison_report import comparison_report
        from careerguide.reports.options import COMPARISON_PARTS

        def make(options: "ReportOptions") -> "Document":
            pages = self._pages.pages_of(tuple(codes))
            return comparison_report(pages, options.parts, self._for(options), date.today(), self._fits(options))

        self._preview(make, (*COMPARISON_PARTS, *self._fit_part()), self.tr("Careers compared"))

    def report_list(self, saved: "SavedList") -> None:
        """Preview the report of a saved list. Careers that this guide does not have are left out of it."""
        from careerguide.reports.list_report import list_report
        from careerguide.reports.options import LIST_PARTS

        titles = self._pages.titles()

        def make(options: "ReportOptions") -> "Document":
            codes = tuple(career.code for career in saved.careers if career.code in titles)
            pages = self._pages.pages_of(codes)
            return list_report(saved, pages, options.parts, self._for(options), date.today(), self._fits(options))

        self._preview(make, (*LIST_PARTS, *self._fit_part()), saved.name)

    def report_session(self, session_id: int) -> None:
        """Preview the summary of a session, without the counselor's own notes."""
        from careerguide.reports.options import SESSION_PARTS
        from careerguide.reports.session_report import session_report

        titles, sources = self._pages.titles(), self._pages.sources()

        def show(record: "SessionRecord") -> None:
            def make(options: "ReportOptions") -> "Document":
                return session_report(record, titles, sources, options.parts, self._for(options), date.today())

            self._preview(make, SESSION_PARTS, self.tr("Session summary"))

        self._desk.ask(lambda notebook: notebook.sessions.record(session_id), show)

    def _fit_part(self) -> "tuple[Part, ...]":
        """That a report says how careers fit can be chosen where there is a result."""
        from careerguide.reports.options import Part

        return (Part.FIT,) if self.interests.words else ()

    def _fits(self, options: "ReportOptions") -> dict[str, str]:
        from careerguide.reports.options import Part

        return self.interests.words if Part.FIT in options.parts else {}

    def _for(self, options: "ReportOptions") -> "Letterhead":
        from careerguide.domain.letterhead import Letterhead

        return Letterhead(options.person, self._settings.centre, self._settings.logo)

    def _preview(self, make: "Callable[[ReportOptions], Document]", parts: "tuple[Part, ...]", name: str) -> None:
        from careerguide.ui.report_dialog import ReportDialog

        self._open(ReportDialog(self._theme, make, parts, name, self._pages.window()))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def set_letterhead(self) -> None:
        """Ask for the name and the logo that stand on reports."""
        from careerguide.ui.letterhead_dialog import LetterheadDialog

        self._open(LetterheadDialog(self._theme, self._settings, self._pages.window()))

    # Backups

    def choose_backup(self) -> None:
        """Offer the backups of the notebook and bring one back."""
        from careerguide.ui.backup_dialog import BackupDialog

        def show(backups: "tuple[Backup, ...]") -> None:
            dialog = BackupDialog(self._theme, backups, self._pages.window())
            dialog.backup_chosen.connect(self._desk.restore)
            self._open(dialog)

        self._desk.ask(lambda notebook: notebook.backups(), show)

    # Taking along

    def show_phone(self, code: str) -> None:
        """Show codes that open the occupation's public pages on a phone."""
        from careerguide.ui.phone_dialog import PhoneDialog

        title = self._pages.titles().get(code, code)
        self._open(PhoneDialog(self._theme, OnetSocCode(code), title, self._pages.window()))

    def show_take_home(self, saved: "SavedList") -> None:
        """Show the code that holds a list."""
        from careerguide.domain.take_home import MOST_CAREERS, TakeHome
        from careerguide.ui.take_home.show_dialog import TakeHomeDialog

        codes = tuple(career.code for career in saved.careers)
        release = self._pages.onet_release()
        session = self._desk.session_id

        def show(results: "tuple[InterestResult, ...]") -> None:
            scores, zone = (results[0].scores, results[0].job_zone) if results else (None, None)
            take_home = TakeHome(codes[:MOST_CAREERS], scores, zone, release)
            left_out = max(len(codes) - MOST_CAREERS, 0)
            self._open(TakeHomeDialog(self._theme, take_home, self._pages.titles(), self._pages.window(), left_out))

        self._desk.ask(lambda notebook: notebook.results.all(session), show)

    def read_take_home(self) -> None:
        """Ask for a take-home code and bring in what it holds."""
        from careerguide.ui.take_home.read_dialog import ReadTakeHomeDialog

        dialog = ReadTakeHomeDialog(self._theme, self._pages.titles(), self._pages.window())
        dialog.accepted_code.connect(self._bring_in)
        self._open(dialog)

    def _bring_in(self, take_home: "TakeHome") -> None:
        from careerguide.domain.inventory import FROM_A_CODE
        from careerguide.domain.notebook import CareerToKeep, Colour, InterestResult, ListToKeep

        now = datetime.now(UTC)
        session = self._desk.session_id
        if take_home.scores is not None:
            result = InterestResult(take_home.scores, take_home.job_zone, now, FROM_A_CODE)
            self._desk.ask(lambda notebook: notebook.results.add(result, session), lambda _: self._results_changed())
        if take_home.codes:
            careers = tuple(CareerToKeep(code, "", Colour.NONE, now) for code in take_home.codes)
            self._desk.changes.bring_in([ListToKeep(self.tr("Brought along"), careers)], self.tr("take-home code"))
