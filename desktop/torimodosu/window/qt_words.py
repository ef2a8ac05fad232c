"""Japanese for what Qt's own catalogue lacks, or says as no program does any more."""

from PySide6.QtCore import QTranslator

_DIALOG, _KIND = "QFileDialog", "QAbstractFileIconProvider"
# As of Qt 6.10: these are the words of its dialog for files, on Linux without the
# dialog of a desktop.
_WORDS = {
    (_DIALOG, "&Look in:"): "場所(&L):",
    (_DIALOG, "Files of &type:"): "ファイルの種類(&T):",
    (_DIALOG, "Directory:"): "フォルダー:",
    (_DIALOG, "Parent Directory"): "上のフォルダーへ",
    (_DIALOG, "Go to the parent directory"): "上のフォルダーへ",
    (_DIALOG, "Create New Folder"): "新しいフォルダー",
    (_DIALOG, "Create a New Folder"): "新しいフォルダー",
    (_DIALOG, "New Folder"): "新しいフォルダー",
    (_DIALOG, "&New Folder"): "新しいフォルダー(&N)",
    (_DIALOG, "&Create"): "作成(&C)",
    (_DIALOG, "Recent Places"): "最近使った場所",
    (_KIND, "Folder"): "フォルダー",
    (_KIND, "File Folder"): "フォルダー",
    (_KIND, "File"): "ファイル",
    (_KIND, "%1 File"): "%1 ファイル",
    (_KIND, "Drive"): "ドライブ",
    ("QSidebar", "Remove"): "外す",
}


class QtWords(QTranslator):
    """Translates them; to be installed after Qt's own catalogue."""

    def isEmpty(self) -> bool:
        """Tell Qt that there is something in it."""
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the Japanese for *source*, or None so that Qt asks its own."""
        del disambiguation, n
        return _WORDS.get((context, source))
