"""onnxruntime as claimx imports it: with its telemetry off, so that nothing leaves the machine.

The builds of its makers write an id of the device under the user's cache folder and send events
home. Only an environment variable that is set while the library starts stops that: its function
``disable_telemetry_events`` comes too late, as the files are there by then.
"""

from __future__ import annotations

import os
import sys
import threading
import warnings
from types import ModuleType

TELEMETRY_SWITCH = "ORT_DISABLE_TELEMETRY"
TOO_LATE = (
    "onnxruntime was imported before claimx, with its telemetry on: "
    f"set {TELEMETRY_SWITCH}=1 before it, or call claimx.load() first"
)
_lock = threading.Lock()
# The module that was imported here, or that was warned about.
_settled: list[ModuleType] = []


def import_onnxruntime() -> ModuleType:
    """onnxruntime with its telemetry off.

    The environment is the caller's again when this returns. Where the caller imported onnxruntime
    before, its telemetry cannot be switched off any more, and a `RuntimeWarning` says so.

    Raises:
        ImportError: If it is not installed.
    """
    with _lock:
        earlier = sys.modules.get("onnxruntime")
        if earlier is None:
            return _import_silenced()
        if earlier not in _settled and os.environ.get(TELEMETRY_SWITCH) != "1":
            _settled.append(earlier)
            warnings.warn(TOO_LATE, RuntimeWarning, stacklevel=2)
        return earlier


def _import_silenced() -> ModuleType:
    given = os.environ.get(TELEMETRY_SWITCH)
    os.environ[TELEMETRY_SWITCH] = "1"
    try:
        import onnxruntime
    finally:
        if given is None:
            del os.environ[TELEMETRY_SWITCH]
        else:
            os.environ[TELEMETRY_SWITCH] = given
    _settled.append(onnxruntime)
    return onnxruntime  # type: ignore[no-any-return]
