"""What a visitor sees when the program itself fails: a sentence, never a trace."""

import logging

import streamlit as st

from mockups.parts.address import language
from mockups.texts import Texts


def tell(why: Exception) -> bool:
    """Log a fault of the program and say in the page that there was one; return that it has been shown."""
    logging.getLogger(__name__).error("a page failed", exc_info=why)
    st.error(Texts(language())("wrong.program"))
    return True
