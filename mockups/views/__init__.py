"""What a page says, as plain values that are already rounded and worded; knows no Streamlit."""
