"""The credential manager of Windows, through its own functions. Entries of the domain kind cannot be copied.

Documented at learn.microsoft.com under `wincred.h`: CredEnumerateW, CredReadW, CredWriteW, CredDeleteW.
"""
# ruff: noqa: ARG002 -- every store has the same shape

from datetime import datetime
from typing import Any

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.signin.stores import AWAY, Entry

_TYPES = """
Add-Type -TypeDefinition @'
using System; using System.Collections.Generic; using System.Runtime.InteropServices;
public static class Kept {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct Cred { public uint Flags; public uint Type; public string TargetName; public string Comment;
    public long LastWritten; public uint BlobSize; public IntPtr Blob; public uint Persist; public uint Count;
    public IntPtr Attributes; public string Alias; public string UserName; }
  [DllImport("advapi32", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool CredEnumerateW(string filter, uint flags, out uint count, out IntPtr found);
  [DllImport("advapi32", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool CredReadW(string target, uint type, uint flags, out IntPtr found);
  [DllImport("advapi32", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool CredWriteW(ref Cred one, uint flags);
  [DllImport("advapi32", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool CredDeleteW(string target, uint type, uint flags);
  [DllImport("advapi32")] static extern void CredFree(IntPtr found);
  public static List<Cred> All() {
    var all = new List<Cred>(); uint count; IntPtr found;
    if (!CredEnumerateW(null, 0, out count, out found)) return all;
    for (int i = 0; i < count; i++)
      all.Add((Cred)Marshal.PtrToStructure(Marshal.ReadIntPtr(found, i * IntPtr.Size), typeof(Cred)));
    CredFree(found); return all; }
  public static bool Move(string target, string other) {
    IntPtr found; if (!CredReadW(target, 1, 0, out found)) return false;
    var one = (Cred)Marshal.PtrToStructure(found, typeof(Cred)); one.TargetName = other;
    bool written = CredWriteW(ref one, 0); CredFree(found);
    return written && CredDeleteW(target, 1, 0); }
  public static bool Delete(string target, uint type) { return CredDeleteW(target, type, 0); }
}
'@
"""
_LIST = (
    "[Kept]::All() | Where-Object { $_.Type -in 1,2 } | Select-Object TargetName,UserName,Type,"
    "@{n='Written';e={[DateTime]::FromFileTimeUtc($_.LastWritten).ToString('o')}} | ConvertTo-Json -Compress"
)
_MOVE = "if (-not [Kept]::Move($env:RESCOUSSE_FROM, $env:RESCOUSSE_TO)) { throw 'not moved' }"
_DELETE = "if (-not [Kept]::Delete($env:RESCOUSSE_FROM, [uint32]$env:RESCOUSSE_TYPE)) { throw 'not deleted' }"
_GENERIC, _DOMAIN = 1, 2
# Kept by the system for itself: nothing to do with a server that people sign in to
_OF_THE_SYSTEM = ("MicrosoftAccount:", "WindowsLive:", "virtualapp/", "SSO_POP_", "MicrosoftOffice")


class CredentialManager:
    """An entry is found by its target and its kind: `1:name`, `2:name`."""

    def __init__(self, here: Here) -> None:
        self._here = here

    def entries(self) -> list[Entry]:
        """Passwords for servers, of both kinds."""
        return [self._entry(row) for row in self._rows() if not row["TargetName"].endswith(AWAY)]

    def move_away(self, entry: str, key: str) -> None:
        """A copy under another target, then the first one goes."""
        self._move(key, key + AWAY)

    def move_back(self, entry: str, key: str) -> None:
        """The same the other way round."""
        self._move(key + AWAY, key)

    def hindrance(self, entry: str, key: str) -> str:
        """`gone`, or `changed_since` when a newer one stands in its place."""
        targets = self._targets()
        if key + AWAY not in targets:
            return "" if key in targets else "gone"
        return "changed_since" if key in targets else ""

    def delete_moved(self, entry: str, key: str) -> None:
        """Under the name that we gave it."""
        if key + AWAY in self._targets():
            self._ask(_DELETE, key + AWAY)

    def delete(self, entry: str) -> None:
        """Deletes it."""
        kind, _, target = entry.partition(":")
        self._ask(_DELETE, target, kind=int(kind))

    def _move(self, old: str, new: str) -> None:
        """A copy that a crash left unfinished is made again: the old one goes last."""
        if old in self._targets():
            self._ask(_MOVE, old, to=new)

    def _targets(self) -> list[str]:
        return [str(row["TargetName"]) for row in self._rows()]

    def _rows(self) -> list[dict[str, Any]]:
        found = rows(self._ask(_LIST))
        return [row for row in found if not str(row["TargetName"]).startswith(_OF_THE_SYSTEM)]

    def _ask(self, script: str, target: str = "", *, to: str = "", kind: int = _GENERIC) -> str:
        names = {"RESCOUSSE_FROM": target, "RESCOUSSE_TO": to, "RESCOUSSE_TYPE": str(kind)}
        return powershell(self._here, _TYPES + script, 30, **names)

    def _entry(self, row: dict[str, Any]) -> Entry:
        target = str(row["TargetName"])
        kind = int(row["Type"])
        server = target.rpartition("target=")[2].removeprefix("TERMSRV/")
        kept_at = datetime.fromisoformat(str(row["Written"]).replace("Z", "+00:00"))
        return Entry(f"{kind}:{target}", target, server, str(row.get("UserName") or ""), kept_at, kind == _GENERIC)
