"""The languages of the window: Qt's translators, the locale and the sentences of the domain change together."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from careerguide.domain.language import ENGLISH, LANGUAGES, SPANISH, Language, as_written, speak
from careerguide.resources import TRANSLATIONS

_LOCALES = {ENGLISH: QLocale.Language.English, SPANISH: QLocale.Language.Spanish}


def chosen(code: str) -> Language:
    """The language of this code; without one that the program speaks, the desktop's, else English."""
    wanted = {language.code: language for language in LANGUAGES}
    desktop = QLocale.languageToCode(QLocale.system().language())
    return wanted.get(code) or wanted.get(desktop) or ENGLISH


def speak_in(app: QCoreApplication, language: Language) -> None:
    """Speak a language from now on. What is shown already keeps its words: windows are made anew by who made them."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if language is not ENGLISH:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, place in (("qtbase", folder), ("careerguide", str(TRANSLATIONS))):
            translator = QTranslator(app)
            if translator.load(f"{name}_{language.code}", place):
                app.installTranslator(translator)
    QLocale.setDefault(QLocale(_LOCALES[language], QLocale.Country.UnitedStates))
    speak(language, as_written if language is ENGLISH else QCoreApplication.translate)
