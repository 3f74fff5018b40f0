"""QR codes that open an occupation's public pages on a phone."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.language import translate
from careerguide.reports.qr import my_next_move, onet_online
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.pieces.qr_code import QrCode
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Theme


class PhoneDialog(ScrolledDialog):
    """One occupation at My Next Move and at O*NET OnLine, each as a QR code with its address beneath."""

    def __init__(self, theme: Theme, code: OnetSocCode, title: str, parent: QWidget) -> None:
        super().__init__(translate("PhoneDialog", "Open on a phone"), parent)
        self._theme = theme
        column = self.column
        column.addWidget(label(title, "section"))
        column.addWidget(
            label(
                self.tr(
                    "Point a phone's camera at one of these codes to open this career there. The phone needs the internet; this "
                    "computer does not."
                )
            )
        )
        mine = self._card("My Next Move", self.tr("In short, for students and job seekers"), my_next_move(code))
        online = self._card("O*NET OnLine", self.tr("All details and figures"), onet_online(code))
        column.addLayout(Columns([mine, online], theme.px(270)))
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.buttons.addWidget(buttons)
        self.fit(theme.px(680))

    def _card(self, site: str, words: str, address: str) -> Card:
        card = Card(site)
        code = QrCode(self._theme)
        code.show_text(address, self.tr("QR code that opens this career at {0}").format(site))
        # A place to break the line after each slash, since an address has no spaces.
        where = label(address.replace("/", "/\u200b"), "caption")
        where.setAccessibleName(address)
        card.body.addWidget(label(words, "caption"))
        card.body.addWidget(code, 1)
        card.body.addWidget(where)
        return card
