"""How a password is made: of which words, or of characters, and how many."""

from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.password.draft import Draft
from torimodosu.window.words.password_counts import PasswordCounts

_LANGUAGES = ("ja", "en", "")


class RecipeCard(Box):
    """Takes how the next one is made, and has it made at once."""

    def __init__(self, look: Look, draft: Draft) -> None:
        super().__init__(look, gap=10)
        self._draft = draft
        title = self.tr("How it is made")
        kinds = (
            self.tr("Japanese words"),
            self.tr("English words"),
            self.tr("Random characters"),
        )
        choice = Choice(look, title, kinds)
        choice.choose(_LANGUAGES.index(draft.recipe.language))
        choice.chosen.connect(self._choose)
        self._count = Text(look, "", "strong", wrap=False)
        self._fewer = Button(look, "", "secondary")
        self._more = Button(look, "", "secondary")
        self._fewer.setText("\u2212")
        self._more.setText("+")
        self._fewer.clicked.connect(self._shorten)
        self._more.clicked.connect(self._lengthen)
        row = Row(look, choice, self._stepper(look), gap=16, below=700).share(1, 0)
        self.add(section(look, title), row)
        draft.replaced.connect(self._show_count)
        self._show_count()

    def _stepper(self, look: Look) -> QWidget:
        row = Row(look, self._fewer, self._count, self._more, gap=12)
        row.line.addStretch()
        return row

    def _show_count(self) -> None:
        recipe, counts = self._draft.recipe, PasswordCounts()
        words = counts.characters(recipe.count)
        fewer, more = self.tr("Fewer characters"), self.tr("More characters")
        if recipe.language:
            words = counts.words(recipe.count)
            fewer, more = self.tr("Fewer words"), self.tr("More words")
        self._count.say(words)
        least, most = self._draft.bounds
        for button, name, is_there in (
            (self._fewer, fewer, recipe.count > least),
            (self._more, more, recipe.count < most),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setEnabled(is_there)

    def _choose(self, number: int) -> None:
        self._draft.choose_language(_LANGUAGES[number])

    def _shorten(self) -> None:
        self._draft.lengthen(-1)

    def _lengthen(self) -> None:
        self._draft.lengthen(1)
