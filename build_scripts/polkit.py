"""What polkit is told of the verbs that Linux has: `python3 -m build_scripts.polkit` writes it.

Only who sits at the computer may ask: nobody by a remote line, and not while another person has the screen. Which verbs
there are at all is for the policy to say.
"""

import sys
from xml.sax.saxutils import escape

from desktop_app import resources
from desktop_app.domain.words import Text
from desktop_app.privileged import verbs

FILE = resources.path("packaging/linux/privileged/org.rescousse.privileged.policy")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE policyconfig PUBLIC "-//freedesktop//DTD PolicyKit Policy Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/PolicyKit/1/policyconfig.dtd">
<policyconfig>
  <vendor>Rescousse</vendor>
"""
_DEFAULTS = """    <defaults>
      <allow_any>no</allow_any>
      <allow_inactive>no</allow_inactive>
      <allow_active>yes</allow_active>
    </defaults>
  </action>
"""


def content() -> str:
    """The file."""
    words = resources.words("privileged")
    actions = [_action(verb, words[verb.replace(".", "_")]) for verb in verbs.of("linux")]
    return _HEAD + "".join(actions) + "</policyconfig>\n"


def _action(verb: str, text: Text) -> str:
    lines = [f'  <action id="org.rescousse.privileged.{verb}">']
    for field in ("description", "message"):
        lines += [f"    <{field}>{escape(text['en'])}</{field}>"]
        others = [(lang, words) for lang, words in text.items() if lang != "en"]
        lines += [f'    <{field} xml:lang="{lang}">{escape(str(words))}</{field}>' for lang, words in others]
    return "\n".join(lines) + "\n" + _DEFAULTS


def main() -> int:
    """Write it."""
    FILE.write_text(content(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
