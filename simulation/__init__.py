"""Reads scenarios, runs courses and measures them. Its front door: what screens may use of it.

Nothing is loaded before it is asked for, so that importing it costs nothing. The names are listed in `__init__.pyi`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
