"""One file per page, run by Streamlit from top to bottom: reads choices, calls one view, shows it."""
