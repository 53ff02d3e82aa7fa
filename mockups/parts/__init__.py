"""Building blocks of Streamlit pages: the frame, the blocks of a report, choices kept in the address, live runs."""
