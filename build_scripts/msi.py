"""A package for Windows from its bundle: `python3 build_scripts/msi.py --bundle FOLDER` writes `dist/….msi`.

Made on Linux by wixl. It is installed for the whole computer and without questions (`msiexec /i … /qn`); the
properties of `PROPERTIES` may stand on that line. What an upgrade is not told, it keeps from the version before.
"""

import shutil
import subprocess
import sys
import uuid
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts.bundle import steady
from build_scripts.bundle_package import package
from build_scripts.linux_tree import version
from build_scripts.progress import Trouble, step
from desktop_app.domain.words import LANGUAGES
from desktop_app.privileged import SERVICE

PROGRAM = "rescousse.exe"
_FAMILY = uuid.UUID("f1c7c6a2-3a5e-4a53-9d0b-6d3f0f6e5b11")  # never changes: it ties all versions together
_POLICY = r"Software\Policies\Rescousse"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_OWN = r"Software\Rescousse"
_SCHEME = r"Software\Classes\rescousse"
_START = f'"[INSTALLDIR]{PROGRAM}"'
# Property: key and name of the value that it becomes. The address and the language are where one may still choose
# otherwise; the key is nobody's choice.
PROPERTIES = {
    "HELPDESK_URL": (rf"{_POLICY}\Recommended\helpdesk", "url"),
    "ENROLMENT_KEY": (rf"{_POLICY}\helpdesk", "enrolment_key"),
    "LANGUAGE": (rf"{_POLICY}\Recommended", "language"),
    "START_AT_LOGIN": (_OWN, "start_at_login"),
    "PRIVILEGED_SERVICE": (_OWN, "privileged_service"),
}
"""What `msiexec` may be told."""

_SECRET = "ENROLMENT_KEY"  # noqa: S105 -- the name of a property
# The service for what needs rights is installed disabled, and turned on by the program itself: the installer's table of
# services knows no condition. Never by a repair, which a person without rights may ask for
_TURNED_ON = '(PRIVILEGED_SERVICE="1" OR (NOT PRIVILEGED_SERVICE AND KEPT_PRIVILEGED_SERVICE="1")) AND NOT Installed'
# A program of the package; its failure leaves the service off and the program installed; in its turn; by the system
_TURN_ON, _AFTER_SERVICES = 18 + 64 + 1024 + 2048, 5850
_EVENTS = rf"SYSTEM\CurrentControlSet\Services\EventLog\Application\{SERVICE}"
# Sets a property; right after what was told was looked at. In maintenance what is kept goes before all that a line says
_SET, _AFTER_CONDITIONS = 51, 110
_STARTS = 'START_AT_LOGIN="1" OR (NOT START_AT_LOGIN AND NOT KEPT_START_AT_LOGIN="0")'


def main() -> int:
    """Make it; 1 with a sentence when something is missing."""
    return package(__doc__, "windows-msi", make)


def make(bundle: Path, output: Path, as_version: str = "") -> Path:
    """The package below `output`; `as_version` in place of our own. Raises Trouble."""
    if absent := [name for name in ("wixl", "msibuild", "msiinfo") if shutil.which(name) is None]:
        raise Trouble(
            f"{', '.join(absent)}: missing. Type this, then start again:\n  sudo apt-get install wixl msitools"
        )
    if not (bundle / PROGRAM).is_file():
        raise Trouble(f"There is no {PROGRAM} in {bundle}. It is made on Windows: python build_scripts/bundle.py")
    step("Making the package for Windows")
    output.mkdir(parents=True, exist_ok=True)
    number = as_version or version()
    made, source = output / f"rescousse-{number}-x64.msi", output / "rescousse.wxs"
    source.write_text(described(bundle, number), encoding="utf-8")
    _run(["wixl", "--arch", "x64", "--output", str(made), str(source)], bundle)  # it takes names below this folder only
    questions = [word for question in _what_wixl_cannot(made) for word in ("-q", question)]
    _run(["msibuild", str(made), *questions], bundle)
    return made


def described(bundle: Path, number: str) -> str:
    """The package in the language of WiX."""
    wix = Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = SubElement(
        wix, "Product", Id=_code(f"product {number}"), Name="Rescousse", Language="1033", Version=number,
        Manufacturer="Rescousse", UpgradeCode=_code("family"),
    )  # fmt: skip
    SubElement(
        product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine", Platform="x64"
    )  # fmt: skip
    SubElement(product, "MajorUpgrade", DowngradeErrorMessage="A newer version of [ProductName] is already installed.")
    SubElement(product, "Media", Id="1", Cabinet="rescousse.cab", EmbedCab="yes")
    for name, value in {"ARPNOMODIFY": "1", "MsiHiddenProperties": f"{_SECRET};KEPT_{_SECRET}"}.items():
        SubElement(product, "Property", Id=name, Value=value)
    _describe_what_is_kept(product)
    target = SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    SubElement(target, "Directory", Id="ProgramMenuFolder")
    programs = SubElement(target, "Directory", Id="ProgramFiles64Folder")
    home = SubElement(programs, "Directory", Id="INSTALLDIR", Name="Rescousse")
    names = [*_describe_files(home, bundle, bundle), *_describe_values(home)]
    feature = SubElement(product, "Feature", Id="Rescousse", Level="1")
    for name in names:
        SubElement(feature, "ComponentRef", Id=name)
    indent(wix)
    return tostring(wix, encoding="unicode", xml_declaration=True)


def _describe_what_is_kept(product: Element) -> None:
    for name, (key, value) in PROPERTIES.items():
        kept = SubElement(product, "Property", Id=f"KEPT_{name}")
        SubElement(
            kept, "RegistrySearch", Id=f"search_{name}", Root="HKLM", Key=key, Name=value, Type="raw", Win64="yes"
        )  # fmt: skip


def _describe_files(above: Element, folder: Path, bundle: Path) -> list[str]:
    """Each file is a component of its own, as the installer wants it to be; their names."""
    names = []
    for place in sorted(folder.iterdir()):
        name = f"f{uuid.uuid5(_FAMILY, place.relative_to(bundle).as_posix()).hex}"
        if place.is_dir():
            names += _describe_files(SubElement(above, "Directory", Id=name, Name=place.name), place, bundle)
            continue
        component = _component(above, name)
        source = place.relative_to(bundle).as_posix()
        file = SubElement(component, "File", Id=f"{name}f", Source=source, Name=place.name, KeyPath="yes")
        if source == PROGRAM:
            _describe_service(component)
            SubElement(
                file, "Shortcut", Id="menu", Directory="ProgramMenuFolder", Name="Rescousse",
                WorkingDirectory="INSTALLDIR", Advertise="no",
            )  # fmt: skip
        names.append(name)
    return names


def _describe_service(component: Element) -> None:
    SubElement(
        component, "ServiceInstall", Id="privileged", Name=SERVICE, DisplayName="Rescousse: repairs that need rights",
        Description="Does nothing until the policy of this computer names a repair.", Arguments="privileged",
        Type="ownProcess", Start="disabled", ErrorControl="normal", Vital="yes",
    )  # fmt: skip
    SubElement(
        component, "ServiceControl", Id="privileged", Name=SERVICE, Stop="both", Remove="uninstall", Wait="yes"
    )  # fmt: skip


def _describe_values(home: Element) -> list[str]:
    values = {
        "run": (_RUN, "Rescousse", f"{_START} --background"),
        "scheme": (_SCHEME, "", "URL:Rescousse"),
        "scheme_sign": (_SCHEME, "URL Protocol", ""),
        "scheme_command": (rf"{_SCHEME}\shell\open\command", "", f'{_START} "%1"'),
        "events": (_EVENTS, "EventMessageFile", r"[INSTALLDIR]_internal\win32\servicemanager.pyd"),
        **{f"told_{name}": (*place, f"[{name}]") for name, place in PROPERTIES.items()},
        **{f"kept_{name}": (*place, f"[KEPT_{name}]") for name, place in PROPERTIES.items()},
    }
    for name, (key, value, text) in values.items():
        kept = {"Root": "HKLM", "Key": key, "Type": "string", "Value": text, "KeyPath": "yes"}
        SubElement(_component(home, name), "RegistryValue", {**kept, **({"Name": value} if value else {})})
    return list(values)


def _component(above: Element, name: str) -> Element:
    return SubElement(above, "Component", Id=name, Guid=_code(name), Win64="yes")


def _what_wixl_cannot(made: Path) -> list[str]:
    """Conditions of components, properties that a person without rights may hand over, refused languages."""
    conditions = {"run": _STARTS}
    for name in PROPERTIES:
        conditions |= {f"told_{name}": name, f"kept_{name}": f"KEPT_{name} AND NOT {name}"}
    known = " OR ".join(f'LANGUAGE="{one}"' for one in ("auto", *LANGUAGES))
    refused = f"LANGUAGE is one of auto, {', '.join(LANGUAGES)}. Nothing was installed."
    secure = ";".join([*_secure(made), *PROPERTIES])
    return [
        *(_update("Component", "Condition", text, name) for name, text in conditions.items()),
        _update("Property", "Value", secure, "SecureCustomProperties"),
        *_keeping(),
        *_turning_on(made),
        f"INSERT INTO `LaunchCondition` (`Condition`, `Description`) VALUES ('NOT LANGUAGE OR {known}', '{refused}')",  # noqa: S608 -- a file of ours
    ]


def _keeping() -> list[str]:
    """A repair writes all values anew, and anybody may ask for it: with what is kept, whatever it is told.

    Looked for by the system alone: what a person's own half had found would not be handed over to it.
    """
    actions = [(f"keep_{name}", name, place) for place, name in enumerate(PROPERTIES, start=_AFTER_CONDITIONS)]
    return [
        "DELETE FROM `InstallUISequence` WHERE `Action` = 'AppSearch'",
        *(f"INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) "  # noqa: S608 -- a file of ours
          f"VALUES ('{action}', {_SET}, '{name}', '[KEPT_{name}]')" for action, name, _ in actions),
        *(f"INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) "  # noqa: S608 -- a file of ours
          f"VALUES ('{action}', 'Installed OR NOT {name}', {place})" for action, name, place in actions),
    ]  # fmt: skip


def _turning_on(made: Path) -> list[str]:
    files = _run(["msiinfo", "export", str(made), "File"], made.parent).splitlines()
    program = next(line.split("\t")[0] for line in files if line.split("\t")[2:3] == [PROGRAM])
    action = f"('turn_on', {_TURN_ON}, '{program}', 'privileged turn-on')"
    return [
        f"INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES {action}",  # noqa: S608 -- a file of ours
        f"INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) "  # noqa: S608 -- a file of ours
        f"VALUES ('turn_on', '{_TURNED_ON}', {_AFTER_SERVICES})",
    ]


def _update(table: str, column: str, text: str, name: str) -> str:
    return f"UPDATE `{table}` SET `{column}` = '{text}' WHERE `{table}` = '{name}'"  # noqa: S608 -- a file of ours


def _secure(made: Path) -> list[str]:
    """What wixl itself made secure: the properties by which an upgrade finds the version before."""
    table = _run(["msiinfo", "export", str(made), "Property"], made.parent)
    return [line.split("\t")[1].strip() for line in table.splitlines() if line.startswith("SecureCustomProperties\t")]


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, env=steady(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"{command[0]} refused: {done.stderr.strip()[-600:]}")
    return done.stdout


def _code(of: str) -> str:
    return str(uuid.uuid5(_FAMILY, of)).upper()


if __name__ == "__main__":
    sys.exit(main())
