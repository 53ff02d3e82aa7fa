"""The pages of the app; Streamlit runs this file for every visitor. `server.py` serves it."""


def main() -> None:
    """Name the pages and show the one that is asked for."""
    import streamlit as st

    from mockups.parts.address import language
    from mockups.texts import Texts

    texts = Texts(language())
    st.set_page_config(page_title=texts("app"), layout="wide")
    pages = [
        st.Page("pages/start.py", title=texts("start.nav"), url_path="start", default=True),
        st.Page("pages/compare.py", title=texts("compare.nav"), url_path="sammenlign"),
        st.Page("pages/whatif.py", title=texts("whatif.nav"), url_path="hvad-nu-hvis"),
        st.Page("pages/snowball.py", title=texts("snowball.nav"), url_path="snebolden"),
        st.Page("pages/journey.py", title=texts("journey.nav"), url_path="forloeb"),
        st.Page("pages/screens.py", title=texts("screens.nav"), url_path="skaerm"),
        st.Page("pages/model.py", title=texts("model.nav"), url_path="modellen"),
    ]
    st.navigation(pages, position="top").run()


# Processes that play load this file too, under another name; Streamlit must not run in them.
if __name__ == "__main__":
    main()
