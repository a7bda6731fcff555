"""Our themes: calm dark, calm light, and high contrast."""

from __future__ import annotations

from textual.theme import Theme

THEMES: tuple[Theme, ...] = (
    Theme(
        name="workbench", dark=True, primary="#7aa2d8", secondary="#8fa3bf", accent="#e0af68", foreground="#d5d9e0",
        background="#15181e", surface="#15181e", panel="#20252e", boost="#2a303b", success="#8cc08a", warning="#e0af68",
        error="#e58383",
    ),
    Theme(
        name="workbench-light", dark=False, primary="#1f5fa8", secondary="#4c5a6e", accent="#8a5a00", foreground="#1d2128",
        background="#fbfbf9", surface="#fbfbf9", panel="#e9ebee", boost="#dcdfe4", success="#1e6b2b", warning="#8a5a00",
        error="#a82020",
    ),
    Theme(
        name="workbench-contrast", dark=True, primary="#ffffff", secondary="#ffffff", accent="#ffff00", foreground="#ffffff",
        background="#000000", surface="#000000", panel="#000000", boost="#303030", success="#00ff5f", warning="#ffff00",
        error="#ff8787",
    ),
)  # fmt: skip
"""In the order in which the theme command goes through them."""
