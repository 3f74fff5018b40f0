; Inno Setup 6: the installer of the frozen program. On Windows:
;   py packaging\freeze\freeze.py
;   iscc /DVersion=1.0.0 packaging\windows\careerguide.iss
; For one person without administrator's rights, or for all with them. Not tried yet; see docs/packaging.md.
#ifndef Version
  #error Say which version: iscc /DVersion=1.0.0
#endif

[Setup]
AppId={{6C0F7E5B-3B0B-4C57-9D5E-0B8C2C1B7A41}
AppName=Career Guide
AppVersion={#Version}
AppPublisher=the Career Guide authors
DefaultDirName={autopf}\Career Guide
DefaultGroupName=Career Guide
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=careerguide-{#Version}-setup
SetupIconFile=..\..\build\icons\careerguide.ico
UninstallDisplayIcon={app}\careerguide-window.exe
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[Files]
Source: "..\..\dist\careerguide\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\..\LICENSE"; DestDir: "{app}"
Source: "..\..\THIRD_PARTY.md"; DestDir: "{app}"

[Icons]
Name: "{autoprograms}\Career Guide"; Filename: "{app}\careerguide-window.exe"

[Run]
Filename: "{app}\careerguide-window.exe"; Description: "{cm:LaunchProgram,Career Guide}"; Flags: nowait postinstall skipifsilent
