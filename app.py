"""The dashboard: ``streamlit run app.py``."""
