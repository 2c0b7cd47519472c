"""A Textual form with an input for each LABEL, for benchmarks: textual_form.py LABEL..."""

import sys

from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label


class Form(App):
    AUTO_FOCUS = "Input"
    CSS = "Horizontal { height: auto; } Label { width: 24; }"

    def compose(self):
        with VerticalScroll():
            for label in sys.argv[1:]:
                with Horizontal():
                    yield Label(label)
                    yield Input()


Form().run()
