; The installer for Windows: for one person, without an administrator.
; makensis gets VERSION, NUMBERS, PROGRAM, ICON and TARGET from bundling/windows.py.

Unicode true
SetCompressor /SOLID lzma
Name "Torimodosu"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Torimodosu"
InstallDirRegKey HKCU "Software\Torimodosu" "Folder"
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include FileFunc.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Torimodosu"
!define AUTOSTART "Software\Microsoft\Windows\CurrentVersion\Run"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\torimodosu.exe"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\Torimodosu"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "English"

LangString PROGRAM_PART ${LANG_JAPANESE} "プログラム"
LangString PROGRAM_PART ${LANG_ENGLISH} "Program"
LangString AUTOSTART_PART ${LANG_JAPANESE} "サインインしたときに通知領域で始める"
LangString AUTOSTART_PART ${LANG_ENGLISH} "Start in the tray when I sign in"
LangString AUTOSTART_WHY ${LANG_JAPANESE} "明細の確認などをお知らせします。あとからプログラムの中で変えられます。"
LangString AUTOSTART_WHY ${LANG_ENGLISH} "It reminds you, for instance of statements. You can change this later in the program."
LangString STILL_RUNS ${LANG_JAPANESE} "Torimodosu が動いています。終了してから、もう一度お試しください。"
LangString STILL_RUNS ${LANG_ENGLISH} "Torimodosu is running. Please quit it and try again."
LangString DATA_STAYS ${LANG_JAPANESE} "あなたの記録は残っています: $LOCALAPPDATA\torimodosu"
LangString DATA_STAYS ${LANG_ENGLISH} "Your cases were left where they are: $LOCALAPPDATA\torimodosu"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "Torimodosu"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "Torimodosu Setup"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "MIT licence, Torimodosu contributors"

!macro StopWhereItRuns
  ; A program that runs cannot be opened for writing.
  IfFileExists "$INSTDIR\torimodosu.exe" 0 +6
    ClearErrors
    FileOpen $0 "$INSTDIR\torimodosu.exe" a
    IfErrors 0 +3
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(STILL_RUNS)" /SD IDOK
      Abort
    FileClose $0
!macroend

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "$(PROGRAM_PART)" ProgramPart
  SectionIn RO
  !insertmacro StopWhereItRuns
  ; Nothing of an older version stays behind among the new files.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Torimodosu.lnk" "$INSTDIR\torimodosu.exe"
  WriteRegStr HKCU "Software\Torimodosu" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Torimodosu"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\torimodosu.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Torimodosu contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

; Off until the person says so, here or in the program.
Section /o "$(AUTOSTART_PART)" AutostartPart
  WriteRegStr HKCU "${AUTOSTART}" "Torimodosu" '"$INSTDIR\torimodosu.exe" --hidden'
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${AutostartPart} "$(AUTOSTART_WHY)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section "Uninstall"
  !insertmacro StopWhereItRuns
  DeleteRegValue HKCU "${AUTOSTART}" "Torimodosu"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Torimodosu"
  Delete "$SMPROGRAMS\Torimodosu.lnk"
  ; By name: the person may have chosen a folder that holds other things.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\torimodosu.exe"
  Delete "$INSTDIR\torimodosu-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DetailPrint "$(DATA_STAYS)"
  MessageBox MB_OK|MB_ICONINFORMATION "$(DATA_STAYS)" /SD IDOK
SectionEnd
