"""The sound of Windows: its own audio interfaces, called from PowerShell. Code and values travel in the environment.

The interfaces are those of the Windows SDK (mmdeviceapi.h, endpointvolume.h); the one that makes a device the default
is the one that the control panel uses. Where PowerShell is locked down to its own words, nothing is found.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.sound.device import Device, Side

_FLOWS = {"output": "0", "input": "1"}
_SCREENS = ("HDMI", "DISPLAYPORT", "NVIDIA HIGH DEFINITION", "DISPLAY AUDIO", "AMD HIGH DEFINITION")
_TYPES = """
using System; using System.Collections.Generic; using System.Runtime.InteropServices;
namespace Rescousse {
  [StructLayout(LayoutKind.Sequential)] public struct Key { public Guid Family; public int Number; }
  [StructLayout(LayoutKind.Explicit)] public struct Value {
    [FieldOffset(0)] public ushort Kind; [FieldOffset(8)] public IntPtr Text; [FieldOffset(16)] public IntPtr Rest; }
  [ComImport, Guid("BCDE0395-E52F-467C-8E3D-C4579291692E")] class Enumerator { }
  [ComImport, Guid("870AF99C-171D-4F9E-AF0D-E63DF40C2BC9")] class Policy { }
  [ComImport, Guid("A95664D2-9614-4F35-A746-DE8DB63617E6"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
  interface IEnumerator {
    void EnumAudioEndpoints(int flow, int states, out ICollection all);
    void GetDefaultAudioEndpoint(int flow, int role, out IDevice one);
    void GetDevice([MarshalAs(UnmanagedType.LPWStr)] string id, out IDevice one); }
  [ComImport, Guid("0BD7A1BE-7A1A-44DB-8397-CC5392387B5E"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
  interface ICollection { void GetCount(out int count); void Item(int number, out IDevice one); }
  [ComImport, Guid("D666063F-1587-4E43-81F1-B948E807363F"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
  interface IDevice {
    void Activate(ref Guid kind, int context, IntPtr how, [MarshalAs(UnmanagedType.IUnknown)] out object it);
    void OpenPropertyStore(int access, out IStore store);
    void GetId([MarshalAs(UnmanagedType.LPWStr)] out string id); void GetState(out int state); }
  [ComImport, Guid("886D8EEB-8CF2-4446-8D02-CDBA1DBDCF99"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
  interface IStore { void GetCount(out int count); void GetAt(int n, out Key key);
    void GetValue(ref Key key, out Value value); }
  [ComImport, Guid("5CDF2C82-841E-4546-9722-0CF74078229A"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
  interface IVolume { void A(IntPtr x); void B(IntPtr x); void C(out int n); void D(float v, ref Guid c);
    void SetMasterVolumeLevelScalar(float share, ref Guid why); void E(out float v);
    void GetMasterVolumeLevelScalar(out float share); void F(int n, float v, ref Guid c);
    void G(int n, float v, ref Guid c); void H(int n, out float v); void I(int n, out float v);
    void SetMute([MarshalAs(UnmanagedType.Bool)] bool off, ref Guid why);
    void GetMute([MarshalAs(UnmanagedType.Bool)] out bool off); }
  [ComImport, Guid("F8679F50-850A-41CF-9C72-430F290290C8"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
  interface IPolicy { void A(); void B(); void C(); void D(); void E(); void F(); void G(); void H(); void I();
    void J(); void SetDefaultEndpoint([MarshalAs(UnmanagedType.LPWStr)] string id, int role); }
  public static class Sound {
    static IEnumerator All() { return (IEnumerator)(object)new Enumerator(); }
    static IVolume Volume(IDevice one) { object it; var kind = typeof(IVolume).GUID;
      one.Activate(ref kind, 23, IntPtr.Zero, out it); return (IVolume)it; }
    public static string Default(int flow, int role) { try { IDevice one; string id;
      All().GetDefaultAudioEndpoint(flow, role, out one); one.GetId(out id); return id; }
      catch (COMException) { return ""; } }
    public static List<object[]> Every(int flow) { var rows = new List<object[]>(); ICollection all; int count;
      All().EnumAudioEndpoints(flow, 1, out all); all.GetCount(out count);
      for (int n = 0; n < count; n++) { IDevice one; string id; IStore store; Value title; float share; bool off;
        all.Item(n, out one); one.GetId(out id); one.OpenPropertyStore(0, out store);
        var key = new Key { Family = new Guid("A45C254E-DF1C-4EFD-8020-67D146A850E0"), Number = 14 };
        store.GetValue(ref key, out title); var volume = Volume(one);
        volume.GetMasterVolumeLevelScalar(out share); volume.GetMute(out off);
        rows.Add(new object[] { id, Marshal.PtrToStringUni(title.Text), (int)Math.Round(share * 100), off }); }
      return rows; }
    public static void Level(string id, int percent, bool off) { IDevice one; var why = Guid.Empty;
      All().GetDevice(id, out one); var volume = Volume(one);
      volume.SetMasterVolumeLevelScalar(percent / 100f, ref why); volume.SetMute(off, ref why); }
    public static void Choose(string id, int role) {
      ((IPolicy)(object)new Policy()).SetDefaultEndpoint(id, role); }
  } }
"""
_LOAD = "Add-Type -TypeDefinition $env:RESCOUSSE_TYPES; "
_STATE = (
    "$f=[int]$env:RESCOUSSE_FLOW; @{used=@(0,1,2 | ForEach-Object { [Rescousse.Sound]::Default($f,$_) }); "
    "all=@([Rescousse.Sound]::Every($f) | ForEach-Object { @{id=$_[0];title=$_[1];percent=$_[2];muted=$_[3]} })} "
    "| ConvertTo-Json -Depth 4 -Compress"
)
_LEVEL = "[Rescousse.Sound]::Level($env:RESCOUSSE_DEVICE,[int]$env:RESCOUSSE_PERCENT,$env:RESCOUSSE_MUTED -eq 'yes')"
_CHOOSE = (
    "$role=0; foreach($id in $env:RESCOUSSE_DEVICES.Split('|')) "
    "{ if($id){ [Rescousse.Sound]::Choose($id,$role) }; $role++ }"
)


@dataclass(frozen=True)
class Endpoint(Device):
    """A device of Windows with its level in percent."""

    percent: int = 0
    is_muted: bool = False


@dataclass(frozen=True)
class State:
    """The devices of one side, and those in use: for everything, for music, for calls."""

    used: Sequence[str]
    every: Sequence[Endpoint]


def state(here: Here, side: Side) -> State:
    """The sound now."""
    return read_state(_do(here, _STATE, RESCOUSSE_FLOW=_FLOWS[side]))


def read_state(text: str) -> State:
    """The JSON of one question."""
    answer = json.loads(text)
    used = [str(one or "") for one in answer["used"]]
    return State(used, [_endpoint(row, used) for row in answer["all"]])


def _endpoint(row: dict[str, object], used: Sequence[str]) -> Endpoint:
    title = str(row["title"] or "")
    return Endpoint(
        id=str(row["id"]),
        title=title,
        is_default=row["id"] == used[0],
        is_screen=any(word in title.upper() for word in _SCREENS),
        percent=int(str(row["percent"])),
        is_muted=bool(row["muted"]),
    )


def set_level(here: Here, device: str, percent: int, *, muted: bool) -> None:
    """Level first, then on or off."""
    more = {"RESCOUSSE_DEVICE": device, "RESCOUSSE_PERCENT": str(int(percent))}
    _do(here, _LEVEL, RESCOUSSE_MUTED="yes" if muted else "no", **more)


def choose(here: Here, devices: Sequence[str]) -> None:
    """The devices to use: for everything, for music, for calls."""
    _do(here, _CHOOSE, RESCOUSSE_DEVICES="|".join(devices))


def _do(here: Here, script: str, **names: str) -> str:
    return powershell(here, _LOAD + script, 30, RESCOUSSE_TYPES=_TYPES, **names)
